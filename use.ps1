using module ./Widgets.psm1
using namespace System.Text
class Better : Widget { }
[Better]::new().Show()
function global:Show-Later { [Better]::new().Name + [StringBuilder]::new("!") }
