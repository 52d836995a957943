"""The block parser of the library, with a depth it does not pass, and without searches that find nothing."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.def_list import DefListProcessor

_DEEPEST_CALL = 60
"""Calls of the block parser within each other: one or two a level."""
_MAY_BE: Mapping[type[BlockProcessor], Callable[[str], bool]] = {
    HashHeaderProcessor: lambda block: "#" in block,
    SetextHeaderProcessor: lambda block: "\n" in block,
    HRProcessor: lambda block: "-" in block or "*" in block or "_" in block,
    DefListProcessor: lambda block: ":" in block,
    BlockQuoteProcessor: lambda block: ">" in block,
    ReferenceProcessor: lambda block: "]:" in block,
}
"""The sign without which a processor finds nothing in a block; it would search every line for it."""


def bound_and_quicken(parser: BlockParser) -> None:
    """Let a parser nest lists and quotations only so deep, and ask only the processors whose signs a block has.

    What is deeper stays a paragraph, for the parser is recursive.
    """
    processors = [(processor, _MAY_BE.get(type(processor))) for processor in parser.blockprocessors]
    depth = 0

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        nonlocal depth
        if depth == _DEEPEST_CALL:
            SubElement(parent, "p").text = "\n\n".join(blocks)
            blocks.clear()
            return
        depth += 1
        try:
            while blocks:
                for processor, may_be in processors:
                    if may_be is not None and not may_be(blocks[0]):
                        continue
                    if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                        break
        finally:
            depth -= 1

    parser.parseBlocks = parse_blocks  # type: ignore[method-assign]
