"""How each kind of node becomes a closure: expressions, operators, assignments, statements, errors caught."""
