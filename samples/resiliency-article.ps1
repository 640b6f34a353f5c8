<#
.SYNOPSIS
    Every command of the article "Identity synchronization and duplicate attribute resiliency", in the order of its story.
.DESCRIPTION
    Contoso synchronizes a forest in which several objects want the same user principal name or the same address. First
    the synchronization refuses them, as it did before the feature; then resiliency is enabled, and the conflicting values
    are set aside while the objects arrive; at last one conflict is mended on-premises and heals within the hour.

    msolemu --ephemeral run samples/resiliency-article.ps1
#>

function Write-Chapter {
    param($Title)
    Write-Host ''
    Write-Host "=== $Title ==="
}

function Get-LatestExport {
    Get-ADSyncRunProfileResult |
        Where-Object { $_.ConnectorName -like '* - AAD' -and $_.RunProfileName -eq 'Export' } |
        Select-Object -First 1
}

function Show-Mistake {
    param([scriptblock] $Command)
    Write-Host "> $("$Command".Trim())"
    try {
        & $Command | Out-Host
    }
    catch {
        Write-Host "  $($_.Exception.Message)"
        Write-Host "  ($($_.FullyQualifiedErrorId))"
    }
}

function Get-LatestExport {
    Get-ADSyncRunProfileResult |
        Where-Object { $_.RunProfileName -eq 'Export' -and $_.ConnectorName -like '*AAD' } |
        Select-Object -First 1
}

Write-Chapter 'The forest contoso.local, and the tenant'
Import-EmuForest -Path "$PSScriptRoot/contoso.ldif" | Out-Host
Connect-MsolService
Get-MsolCompanyInformation | Format-List DisplayName, InitialDomain, TechnicalNotificationEmails

# The features belong to the tenant. Both are off, so a conflict is an error.
Get-MsolDirSyncFeatures -Feature DuplicateUPNResiliency | Out-Host
Get-MsolDirSyncFeatures -Feature DuplicateProxyAddressResiliency | Out-Host

Write-Chapter 'Before the feature: conflicts are refused'
Start-ADSyncSyncCycle -PolicyType Initial | Out-Host

# The export to the tenant ended with errors: each names the object, the error and the values that belong to others.
$export = Get-LatestExport
$export | Format-List ConnectorName, RunProfileName, RunNumber, Result
$export.RunStepResults.ExportErrors | Format-Table Identity, ErrorName
$export.RunStepResults.ExportErrors | Select-Object -First 1 | Format-List Identity, ErrorName, ErrorText

Write-Host 'The report that the technical contact received:'
Get-EmuMail | Select-Object -Last 1 | Format-List From, To, Subject
(Get-EmuMail | Select-Object -Last 1).Body

# Nothing changed, so the next cycle sends the same objects again, and they are refused again.
Start-ADSyncSyncCycle -PolicyType Delta | Out-Host
Get-LatestExport | Format-List ConnectorName, RunProfileName, RunNumber, Result
Write-Host "Reports so far: $(@(Get-EmuMail).Count)"

Write-Chapter 'Enabling duplicate attribute resiliency'
# Without -Force the cmdlet asks before it changes the tenant.
Set-MsolDirSyncFeature -Feature DuplicateUPNResiliency -Enable $true -Force
Set-MsolDirSyncFeature -Feature DuplicateProxyAddressResiliency -Enable $true -Force
Get-MsolDirSyncFeatures | Where-Object { $_.DirSyncFeature -like 'Duplicate*' } | Out-Host

# The next cycle provisions the objects that were refused. Two are still refused: a SIP address is not covered at
# all, and a user whose name and address are a group's primary address is a known issue.
Start-ADSyncSyncCycle -PolicyType Delta | Out-Host
(Get-LatestExport).RunStepResults.ExportErrors | Format-Table Identity, ErrorName
Write-Host "Objects with values set aside: $(Get-MsolHasObjectsWithDirSyncProvisioningErrors)"

Write-Chapter 'Identifying objects with conflicts'
Write-Host '--- all of them'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict | Out-Host

Write-Host '--- by property: UserPrincipalName'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyName UserPrincipalName |
    Format-Table DisplayName, UserPrincipalName

Write-Host '--- by property: ProxyAddresses'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyName ProxyAddresses |
    Format-Table DisplayName, ObjectType

Write-Host '--- by a value: the article asks for User@domain.com, which nobody wants here'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyValue User@domain.com -PropertyName UserPrincipalName |
    Out-Host
Write-Host '--- by a value: one that two people want'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyValue robin.fields@contoso.com -PropertyName UserPrincipalName |
    Format-Table DisplayName, UserPrincipalName

Write-Host '--- by a search string'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -SearchString User | Out-Host
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -SearchString Robin |
    Format-Table DisplayName, UserPrincipalName

Write-Host '--- sorted (which changes nothing, a known issue)'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -SortField UserPrincipalName -SortDirection Ascending |
    Format-Table UserPrincipalName, DisplayName

Write-Host '--- five at most, and all'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -MaxResults 5 | Format-Table DisplayName, ObjectType
Write-Host "All: $(@(Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -All).Count)"

Write-Chapter 'Working with what was found'
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict |
    Select-Object DisplayName, ObjectType, ProxyAddresses |
    Format-Table
(Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -SearchString Taylor -PropertyName UserPrincipalName -PropertyValue taylor.quick@contoso.com).ProvisioningErrors |
    Format-List
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict |
    Where-Object { $_.ObjectType -eq 'User' } |
    ForEach-Object { '{0} signs in as {1}' -f $_.DisplayName, $_.UserPrincipalName }
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict | Export-Csv conflicts.csv -NoTypeInformation

Write-Chapter 'Mistakes that the article warns of'
Show-Mistake { Get-MsolDirSyncProvisioningError -PropertyName ProxyAddresses -ErrorAction Stop }
Show-Mistake { Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyValue robin.fields@contoso.com -ErrorAction Stop }
Show-Mistake { Get-MsolDirSyncProvisioningError -ErrorCategory propertyconflict -ErrorAction Stop }
Show-Mistake { get-msoldirsyncprovisioningerror -ErrorCategory PropertyConflict -ErrorAction Stop }

Write-Chapter 'Mending a conflict'
# Robin Fields of Engineering wants the user principal name that Robin Fields of Sales has. Sales gives it up.
Get-EmuConflict | Where-Object { $_.Value -eq 'robin.fields@contoso.com' } | Format-List
Set-ADUser -Identity rfields -UserPrincipalName robin.fields.sales@contoso.com
Start-ADSyncSyncCycle -PolicyType Delta | Out-Host
Write-Host 'After the synchronization, before the hour:'
Get-MsolUser -SearchString 'Robin Fields' | Out-Host

# The tenant looks every hour whether a value has become free.
Step-EmuClock -Hours 1
Write-Host 'After the hour:'
Get-MsolUser -SearchString 'Robin Fields' | Out-Host
Get-MsolDirSyncProvisioningError -ErrorCategory PropertyConflict -PropertyName UserPrincipalName |
    Format-Table DisplayName, UserPrincipalName
