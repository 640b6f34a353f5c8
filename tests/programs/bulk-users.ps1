<#
.SYNOPSIS
    Creates users from a list, gives them a licence and tells what became of each row.
#>
# seed: contoso
# The list has what lists have: a row without a name, a user twice, a country that is none, no licence left.
[CmdletBinding()]
param([string]$List = 'C:\Temp\new-users.csv', [string]$Domain = 'contoso.com')

New-Item C:\Temp -ItemType Directory -Force | Out-Null
@'
First,Last,Department,Country,Licence
Ann,Beck,Sales,US,ENTERPRISEPACK
Bo,O'Hara,Sales,DE,PROJECTPROFESSIONAL
,Nobody,Sales,US,
Ann,Beck,Finance,US,
Cy,Dew,Finance,XX,
'@ | Set-Content $List

function Write-Log {
    param([string]$Message, [ValidateSet('INFO', 'WARN', 'ERROR')][string]$Level = 'INFO')
    $line = '{0:yyyy-MM-dd} [{1}] {2}' -f (Get-Date), $Level, $Message
    Add-Content -Path C:\Temp\bulk.log -Value $line
    if ($Level -eq 'WARN') { Write-Warning $Message }
}

Connect-MsolService
$tenant = (Get-MsolAccountSku)[0].AccountName
$rows = Import-Csv $List
$number = 0
$results = foreach ($row in $rows) {
    $number++
    Write-Progress -Activity 'Creating users' -Status $row.Last -PercentComplete (100 * $number / $rows.Count)
    if ([string]::IsNullOrWhiteSpace($row.First)) {
        Write-Log "Row $number has no first name" WARN
        continue
    }
    $upn = ('{0}.{1}@{2}' -f $row.First, ($row.Last -replace '\W'), $Domain).ToLower()
    $new = @{
        UserPrincipalName = $upn
        DisplayName       = "$($row.First) $($row.Last)"
        FirstName         = $row.First
        LastName          = $row.Last
        Department        = $row.Department
        UsageLocation     = $row.Country
        Password          = 'Welcome-2016!'
        ErrorAction       = 'Stop'
    }
    if ($row.Licence) { $new.LicenseAssignment = "${tenant}:$($row.Licence)" }
    try {
        $user = New-MsolUser @new
        Write-Log "$upn created"
        [pscustomobject]@{ User = $upn; Licensed = $user.IsLicensed; Result = 'created' }
    }
    catch [Microsoft.Online.Administration.Automation.MicrosoftOnlineException] {
        Write-Log "${upn}: $($_.Exception.Message)" ERROR
        [pscustomobject]@{ User = $upn; Licensed = $false; Result = $_.FullyQualifiedErrorId.Split(',')[0].Split('.')[-1] }
    }
}
$results | Format-Table -AutoSize
$results | Group-Object Result -NoElement | Sort-Object Name | ForEach-Object { '{0,2} {1}' -f $_.Count, $_.Name }
$results | Export-Csv C:\Temp\results.csv -NoTypeInformation -Delimiter ';'
'{0} lines in the log, {1} of them errors' -f @(Get-Content C:\Temp\bulk.log).Count, @(Select-String ERROR C:\Temp\bulk.log).Count
exit @($results | Where-Object Result -ne 'created').Count
