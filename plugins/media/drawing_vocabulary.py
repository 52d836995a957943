"""The elements, attributes and properties of shapes that a served SVG may have; all others are left out (SVG 2)."""

DRAWN = {
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "textPath", "title", "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
    "marker", "filter", "style",
}  # fmt: skip
"""Elements that a drawing may have, beside the steps of a filter."""
GEOMETRY = {
    "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx",
    "ry", "fx", "fy", "fr", "d", "points", "pathLength", "transform", "offset", "gradientUnits",
    "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits",
    "maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient",
    "filterUnits", "primitiveUnits", "in", "in2", "result", "mode", "type", "stdDeviation", "values", "operator",
    "k1", "k2", "k3", "k4", "scale", "xChannelSelector", "yChannelSelector", "dx", "dy", "radius", "baseFrequency",
    "numOctaves", "seed", "stitchTiles", "tableValues", "slope", "intercept", "amplitude", "exponent",
    "surfaceScale", "specularConstant", "specularExponent", "diffuseConstant", "azimuth", "elevation", "pointsAtX",
    "pointsAtY", "pointsAtZ", "z", "limitingConeAngle", "order", "kernelMatrix", "divisor", "bias", "targetX",
    "targetY", "edgeMode", "preserveAlpha", "kernelUnitLength", "rotate", "textLength", "lengthAdjust",
    "startOffset", "method", "spacing", "side",
}  # fmt: skip
"""Attributes that say where a shape is, and how an effect works."""
STYLE = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "color", "opacity", "display",
    "visibility", "overflow", "stop-color", "stop-opacity", "clip-path", "clip-rule", "mask", "mask-type", "filter",
    "flood-color", "flood-opacity", "lighting-color", "font-family", "font-size", "font-weight", "font-style",
    "font-stretch", "font-variant", "letter-spacing", "word-spacing", "text-anchor", "text-decoration",
    "dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "direction", "unicode-bidi",
    "marker", "marker-start", "marker-mid", "marker-end", "paint-order", "vector-effect", "shape-rendering",
    "text-rendering", "image-rendering", "color-interpolation", "color-interpolation-filters", "mix-blend-mode",
    "isolation", "transform", "transform-origin", "transform-box",
}  # fmt: skip
"""Attributes and properties of CSS that say how a shape looks."""
