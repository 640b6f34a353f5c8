"""What a script sees of the language itself: commands, parameters, modules, variables, `$PSCmdlet`."""
