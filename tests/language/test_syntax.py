"""The nodes of the tree."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.language.parser import parse


def test_trees_of_texts_that_mean_the_same_are_the_same() -> None:
    assert syntax.same_tree(parse("if(1){2}").tree, parse("if ( 1 ) {\n 2\n}").tree)
    assert not syntax.same_tree(parse("1").tree, parse("2").tree)
    assert not syntax.same_tree(parse("1").tree, parse("1; 2").tree)
    assert not syntax.same_tree(parse("1").tree, parse("$a").tree)


def test_parents_are_walked_before_children_and_left_before_right() -> None:
    names = [node.name for node in syntax.walk(parse("$a + $b * $c").tree) if isinstance(node, syntax.Variable)]
    assert names == ["a", "b", "c"]


def test_a_node_shows_its_fields() -> None:
    node = next(node for node in syntax.walk(parse("$env:x").tree) if isinstance(node, syntax.Variable))
    assert repr(node).startswith("Variable(name='x', scope=<VariableScope.DRIVE")


def test_a_node_like_another_but_for_some_fields() -> None:
    node = next(node for node in syntax.walk(parse("$x").tree) if isinstance(node, syntax.Variable))
    other = node.changed(name="y")
    assert (other.name, other.extent) == ("y", node.extent)


def test_nodes_are_one_of_a_kind() -> None:
    one, other = (parse("1").tree for _ in range(2))
    assert one != other
    assert len({one, other}) == 2
