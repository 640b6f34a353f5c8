function Get-Pet { [pscustomobject]@{ PSTypeName = "Pet"; Name = "Rex"; Weight = 12 } }
