"""Sets up what the desk needs, once, and opens it in the browser. Started by a double click on start.cmd, start.command or
start.sh; it needs nothing but Python itself.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BEGUN = FOLDER / ".desk-begun"
NEEDED = ROOT / "requirements.lock"
LEAST = (3, 11)


def main() -> int:
    """Set up, open the desk, and stay until the window is closed; return the exit code."""
    if sys.version_info < LEAST:
        tell("Python ескі. Жаңасын орнатыңыз: https://www.python.org/downloads/", "Python устарел. Поставьте новый: https://www.python.org/downloads/")  # fmt: skip
        return 1
    if not is_set_up():
        tell("Дайындалып жатыр: бір рет, бірнеше минут. Терезені жаппаңыз.", "Идёт подготовка: один раз, несколько минут. Не закрывайте окно.")  # fmt: skip
        try:
            set_up()
        except (OSError, subprocess.CalledProcessError):
            tell("Дайындау мүмкін болмады. Интернетті тексеріп, қайта бастаңыз; көмектеспесе, осы терезенің суретін инженерге жіберіңіз.", "Подготовка не удалась. Проверьте интернет и начните снова; не поможет — пошлите инженеру снимок этого окна.")  # fmt: skip
            return 1
    tell("Үстел браузерде ашылады. Жұмыс біткенде осы терезені жабыңыз.", "Стол откроется в браузере. Когда закончите, закройте это окно.")  # fmt: skip
    return subprocess.call([str(PYTHON), "-m", "plugins.commands.open_desk"], cwd=ROOT)  # noqa: S603 - our own command


def is_set_up() -> bool:
    """Return whether the environment holds what the lock file asks for."""
    try:
        return PYTHON.exists() and not BEGUN.exists() and (FOLDER / ".desk").read_text(encoding="ascii") == digest()
    except OSError:
        return False


def set_up() -> None:
    """Make the environment and install what the lock file asks for, each package held against its hash.

    What a set-up left that was ended in the middle is made anew.
    """
    if not has_pip():
        venv.create(FOLDER, with_pip=True, symlinks=os.name != "nt", clear=FOLDER.exists())
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if BEGUN.exists():  # a package may be there in part, and pip believes its name
        install.append("--force-reinstall")
    BEGUN.touch()
    subprocess.check_call([str(PYTHON), *install, "-r", str(NEEDED)], cwd=ROOT)  # noqa: S603 - our own command
    (FOLDER / ".desk").write_text(digest(), encoding="ascii")
    BEGUN.unlink()


def has_pip() -> bool:
    """Return whether the environment is there and can install packages."""
    try:
        asked = subprocess.run([str(PYTHON), "-m", "pip", "--version"], cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own command
    except OSError:
        return False
    return asked.returncode == 0


def digest() -> str:
    """Return a digest of the lock file."""
    return hashlib.sha256(NEEDED.read_bytes()).hexdigest()


def tell(kazakh: str, russian: str) -> None:
    """Print a sentence in both languages, whatever the window can show."""
    for words in (kazakh, russian):
        sys.stdout.buffer.write(f"{words}\n".encode())
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
