"""The command line: the window (without a command), `demo`, `live`, `export`, `phones openapi`."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import fasilitaattori
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.paths import default_data_dir

_STOPPED = 130  # what shells say of a program that was stopped with Ctrl+C
_FORMS_HELP = "comma-separated: pdf, docx, odt, html, md, txt, xlsx, csv, json (default pdf)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program. Gives the exit code: 0 well, 1 expected trouble or a demo that lost something, 2 wrong use, 130 stopped
    from the keyboard."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.act(options))
    except FasilitaattoriError as error:
        language = getattr(options, "language", None) or "fi"
        print(error.text(translator(language)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fasilitaattori", description="Runs a dialogic workshop from one laptop.")
    parser.add_argument("--version", action="version", version=f"Fasilitaattori {fasilitaattori.__version__}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where workshops are kept (default: the user's own place)")
    parser.set_defaults(act=_window)
    commands = parser.add_subparsers(title="commands")

    demo = commands.add_parser("demo", help="play a whole evening with simulated people, and keep its papers and pictures")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="where papers and pictures go")
    demo.add_argument("--phones", type=_some_phones, default=30, metavar="N", help="how many phones take part (default 30)")
    demo.add_argument("--language", choices=LANGUAGES, default="fi")
    demo.set_defaults(act=_demo)

    live = commands.add_parser("live", help="open a room and print how to reach it as one line of JSON")
    live.add_argument("--method", default="kylailta", metavar="ID", help="the method the evening follows (default kylailta)")
    live.add_argument("--workshop", default="", metavar="ID", help="go on with a workshop that is there")
    live.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="where workshops are kept")
    live.add_argument("--host", default="0.0.0.0", metavar="H", help="the address to serve at (default: all)")
    live.add_argument("--port", type=int, default=None, metavar="P", help="the port, 0 = any free one (default: the setting)")
    live.add_argument("--language", choices=LANGUAGES, default="fi")
    live.add_argument("--no-window", action="store_true", help="serve without a window until interrupted")
    live.set_defaults(act=_live)

    export = commands.add_parser("export", help="write all papers and data of a workshop into a folder")
    export.add_argument("workshop", metavar="WORKSHOP", help="its title or id")
    export.add_argument("--as", dest="forms", type=_some_forms, default=("pdf",), metavar="FORMS", help=_FORMS_HELP)
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")
    export.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="where workshops are kept")
    export.add_argument("--internal", action="store_true", help="with the names of those who allowed theirs")
    export.add_argument("--language", choices=LANGUAGES, default="", help="of the papers (default: the workshop's)")
    export.set_defaults(act=_export)

    phones = commands.add_parser("phones", help="what the phones' server can tell about itself")
    told = phones.add_subparsers(title="commands", required=True, metavar="COMMAND")
    openapi = told.add_parser("openapi", help="print its addresses as an OpenAPI 3.1 document (JSON)")
    openapi.set_defaults(act=_openapi)
    return parser


def _some_phones(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 500:
        raise argparse.ArgumentTypeError("from 1 to 500")
    return number


def _some_forms(text: str) -> tuple[str, ...]:
    from fasilitaattori.app.exporting import FORMS  # what makes papers loads when it is needed

    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [form for form in wanted if form not in FORMS]
    if unknown or not wanted:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown) or 'nothing'} (there are {', '.join(FORMS)})")
    return wanted


def _data(options: argparse.Namespace) -> Path:
    return Path(options.data) if options.data else default_data_dir()


def _window(options: argparse.Namespace) -> int:
    from fasilitaattori.app.program import Program
    from fasilitaattori.app.windowed import open_windowed, tell_and_leave  # Qt loads here, not for other commands

    try:
        program = Program(_data(options))
    except FasilitaattoriError as error:
        return tell_and_leave(error, LANGUAGES[0])
    return open_windowed(program)


def _demo(options: argparse.Namespace) -> int:
    from fasilitaattori.app.demo import play_demo  # Qt loads here, not for other commands

    return play_demo(options.out, options.phones, options.language)


def _live(options: argparse.Namespace) -> int:
    from fasilitaattori.app.live import Wanted, live_in_window, live_without_window  # loads the server, and Qt for the window

    wanted = Wanted(options.method, options.language, options.host, options.port, options.workshop)
    return (live_without_window if options.no_window else live_in_window)(_data(options), wanted)


def _export(options: argparse.Namespace) -> int:
    from fasilitaattori.app.exporting import export_workshop  # what makes papers loads when it is needed

    how = {"public": not options.internal, "language": options.language}
    tell = partial(print, file=sys.stderr)
    for file in export_workshop(_data(options), options.workshop, options.forms, options.out, tell=tell, **how):
        print(file)
    return 0


def _openapi(options: argparse.Namespace) -> int:
    from fasilitaattori.phones.api.openapi import printed  # no window and no room for a description
    from fasilitaattori.tools import MODELS

    print(printed(MODELS))
    return 0
