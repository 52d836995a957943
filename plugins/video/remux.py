"""Copies the picture and the sound of a video into a new MP4 with its index first, and nothing else of the file.

A camera or an editing program writes more: the place, names, a title, a cover, chapters, a track of sensor data, the time of
recording, bytes between the boxes and after the last one. H.264 itself carries free text in its SEI units (ITU-T H.264,
annex D), which no browser needs. None of it is copied; frames and sound are not encoded again.
"""

from pathlib import Path

import av
from av.bitstream import BitStreamFilterContext

from plugins.video.encode import CONTAINER
from plugins.video.probe import open_video, sound_of, video_of

_WITHOUT_SEI = "filter_units=remove_types=6"


def remux(source: Path, target: Path) -> None:
    """Write the first video stream and the first audio stream of `source` to `target` as MP4.

    Raises av.FFmpegError or ValueError where the streams do not fit into an MP4.
    """
    with open_video(source) as video, av.open(str(target), "w", format="mp4", options=CONTAINER) as output:
        pictures, sound = video_of(video), sound_of(video)
        copies = {stream.index: output.add_stream_from_template(stream) for stream in (pictures, sound) if stream}
        sei = None
        if pictures.codec_context.name == "h264":
            sei = BitStreamFilterContext(_WITHOUT_SEI, pictures, copies[pictures.index])
        for packet in video.demux([video.streams[index] for index in copies]):
            if packet.dts is None:  # the last one, which is empty
                continue
            index = packet.stream.index
            for kept in sei.filter(packet) if sei and index == pictures.index else [packet]:
                kept.stream = copies[index]
                output.mux(kept)
