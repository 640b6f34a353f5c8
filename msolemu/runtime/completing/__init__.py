"""What can stand at the cursor of a text that is still being typed.

`cursor` finds the place in the tree of what is there already, `inference` what the expressions before it would give,
`arguments` the values of a parameter, and `completion` the words. Nothing that was typed is run, except the script
blocks that are there to complete arguments.
"""
