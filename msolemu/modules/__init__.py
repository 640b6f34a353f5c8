"""The modules of cmdlets, one package each; none knows another. `MODULE` in a package names the files of its nouns."""
