"""Frames of a scene: each layer is rendered once, then composited at its place in its motion."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from plugins.design.raster import svg_image
from plugins.video.storyboard.layout import HEIGHT, WIDTH, Box, Layer, Motion, SceneLayers
from plugins.video.storyboard.style import Style

FRAMES_A_SECOND = 25
_CROSSING = 0.4
"""Seconds in which a scene gives way to the next."""
_SECONDS = {Motion.RISE: 0.6, Motion.FADE: 0.7, Motion.GROW: 1.1}
_RISES_BY = 26
"""Pixels."""


def ease(part: float) -> float:
    """Return how far a motion has come, from 0 to 1, at a part of its time: quick at first, then gently (cubic)."""
    return 1 - (1 - min(max(part, 0.0), 1.0)) ** 3


def rendered(svg: str, style: Style) -> Image.Image:
    """Return what is inside an `<svg>` of the frame as a picture with transparency."""
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{svg}</svg>'
    )
    return svg_image(whole, style.fonts.files.values())


@dataclass(frozen=True, slots=True)
class _Sprite:
    """A rendered layer, cropped to its pixels; `left` and `top` say where."""

    layer: Layer
    image: Image.Image
    left: int
    top: int

    def is_settled(self, second: float) -> bool:
        return second >= self.layer.start + _SECONDS[self.layer.motion]

    def lay_upon(self, frame: Image.Image, second: float) -> None:
        part = (second - self.layer.start) / _SECONDS[self.layer.motion]
        if part <= 0:
            return
        far = ease(part)
        if far >= 1:
            frame.alpha_composite(self.image, (self.left, self.top))
        elif self.layer.motion is Motion.GROW:
            assert self.layer.box is not None
            frame.alpha_composite(_uncovered(self.image, self.layer.box, far), (self.left, self.top))
        else:
            down = (1 - far) * _RISES_BY if self.layer.motion is Motion.RISE else 0.0
            frame.alpha_composite(_faint(_lowered(self.image, down), far), (self.left, self.top))


def frames_of_scene(scene: SceneLayers, begins: float, seconds: float, style: Style) -> Iterator[Image.Image]:
    """Yield the frames of a scene in order; a frame that is the same as the one before is the same object."""
    base = rendered(scene.ground, style)
    waiting = [_sprite(layer, style) for layer in scene.layers]
    moved: Image.Image | None = None
    for number in range(round(seconds * FRAMES_A_SECOND)):
        second = begins + number / FRAMES_A_SECOND
        while waiting and waiting[0].is_settled(second):
            waiting[0].lay_upon(base, second)
            waiting, moved = waiting[1:], None
        if any(second > sprite.layer.start for sprite in waiting):
            moved = base.copy()
            for sprite in waiting:
                sprite.lay_upon(moved, second)
            yield moved
            moved = None
        else:
            moved = moved or base.copy()
            yield moved


def crossed(before: Image.Image | None, frames: Iterator[Image.Image]) -> Iterator[Image.Image]:
    """Yield the frames of a scene, the first of them blended with the last of the scene before."""
    count = round(_CROSSING * FRAMES_A_SECOND)
    for number, frame in enumerate(frames):
        if before is not None and number < count:
            yield Image.blend(before, frame, ease((number + 1) / (count + 1)))
        else:
            yield frame


def _sprite(layer: Layer, style: Style) -> _Sprite:
    image = rendered(layer.svg, style)
    left, top, right, bottom = image.getbbox() or (0, 0, 1, 1)
    room = _RISES_BY if layer.motion is Motion.RISE else 0
    return _Sprite(layer, image.crop((left, top, right, min(bottom + room, HEIGHT))), left, top)


def _lowered(image: Image.Image, down: float) -> Image.Image:
    """Return the picture moved down by a part of a pixel or more, inside its own room."""
    if down == 0:
        return image
    return image.transform(image.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -down), Image.Resampling.BILINEAR)


def _faint(image: Image.Image, far: float) -> Image.Image:
    faint = image.copy()
    faint.putalpha(image.getchannel("A").point(lambda value: round(value * far)))
    return faint


def _uncovered(image: Image.Image, box: Box, far: float) -> Image.Image:
    """Return a bar grown to a part of its length; its round end moves with it."""
    cap = min(image.width, round(box.height))
    length = max(cap, round(image.width * far))
    grown = Image.new("RGBA", image.size)
    grown.paste(image.crop((0, 0, length - cap // 2, image.height)), (0, 0))
    grown.paste(image.crop((image.width - cap // 2, 0, image.width, image.height)), (length - cap // 2, 0))
    return grown
