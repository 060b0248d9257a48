"""A heap of nodes by key, the least on top: two arrays, and how many entries of them are in use."""

from landsea_search.compiled.loops import Array, compiled_loop


@compiled_loop
def push_node(keys: Array, nodes: Array, size: int, key: int, node: int) -> int:
    """Put a node into the heap; returns its new size."""
    place = size
    while place > 0:
        above = (place - 1) >> 1
        if keys[above] <= key:
            break
        keys[place] = keys[above]
        nodes[place] = nodes[above]
        place = above
    keys[place] = key
    nodes[place] = node
    return size + 1


@compiled_loop
def pop_node(keys: Array, nodes: Array, size: int) -> int:
    """Take the node with the least key, which is at place 0, out of the heap; returns its new size."""
    size -= 1
    key = keys[size]
    node = nodes[size]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= size:
            break
        if below + 1 < size and keys[below + 1] < keys[below]:
            below += 1
        if keys[below] >= key:
            break
        keys[place] = keys[below]
        nodes[place] = nodes[below]
        place = below
    keys[place] = key
    nodes[place] = node
    return size
