"""The name, security and password of the hall's Wi-Fi, saved when they are left, and the address; name and address to be
copied, the password to be seen."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.network.facts import shown
from fasilitaattori.desktop.network.flowing import flowing
from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_, StorageError
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.settings import Settings

SHORTEST, LONGEST = 8, 63  # characters of a WPA password (IEEE 802.11)
SSID_BYTES = 32  # of a network's name (IEEE 802.11)

SECURITY = {
    "WPA": N_("Salasana"),
    "WPA3": N_("Vain WPA3"),
    "open": N_("Avoin"),
    "hidden": N_("Piilotettu"),
}  # short; the whole is in the tooltip


def password_trouble(security: str, ssid: str, password: str, tr: Translator) -> str:
    """What is wrong with the password, "" = nothing."""
    if security == "open" or not ssid or SHORTEST <= len(password) <= LONGEST:
        return ""
    if not password:
        return tr("Kirjoita salasana, tai valitse avoin.")
    return tr("Salasanassa on {few}–{many} merkkiä.", few=SHORTEST, many=LONGEST)


class NetworkFields(QWidget):
    """The fields. What they say goes to the settings; whoever follows the settings hears of it."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._settings = workbench, workbench.services.settings
        self._url = ""
        look, tr = workbench.look, workbench.tr
        self.ssid, self.password = LineEntry(), LineEntry()
        self.security = Select(look)
        for value, words in SECURITY.items():
            self.security.addItem(tr(words), value)
            whole = tr(Settings.wifi_security.choices[value])
            self.security.setItemData(self.security.count() - 1, whole, Qt.ItemDataRole.ToolTipRole)
        self.security.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.address = QLineEdit(readOnly=True)
        self.address.setProperty("ring_radius", 6)
        self.copy_name = IconButton(look, "copy", tr("Kopioi verkon nimi"))
        self.eye = IconButton(look, "eye", "")
        self.copy_address = IconButton(look, "copy", tr("Kopioi osoite"))
        self.name_field = Field(look, tr("Verkon nimi"), self.ssid)
        self.security_field = Field(look, tr("Suojaus"), self.security)
        self.password_field = Field(look, tr("Salasana"), self.password)
        self.address_field = Field(look, tr("Osoite"), self.address)
        self.named = flowing(Label(look, role="small", tone="ink2"))
        self.named.hide()
        self._lay_out()
        self._connect()
        self._hide_password(False)  # the whole hall reads it from the big screen anyway
        self.read_settings()
        self._dress()

    def _lay_out(self) -> None:
        _put_beside(self.name_field, self.copy_name)
        _put_beside(self.password_field, self.eye)
        _put_beside(self.address_field, self.copy_address)
        self._secret = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._secret.setSpacing(10)
        self._secret.addWidget(self.security_field, 8, Qt.AlignmentFlag.AlignTop)
        self._secret.addWidget(self.password_field, 11, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.name_field)
        self._column.addLayout(self._secret)
        self._column.addWidget(self.address_field)
        self._column.addWidget(self.named)
        self.set_low(False)

    def _connect(self) -> None:
        self.ssid.committed.connect(self._save)
        self.password.committed.connect(self._save)
        self.security.activated.connect(self._save)
        self.copy_name.clicked.connect(self._copy_name)
        self.copy_address.clicked.connect(self._copy_address)
        self.eye.clicked.connect(self._turn_password)
        self._bench.look.changed.connect(self._dress)

    def set_low(self, low: bool) -> None:
        """Tighter, for low windows."""
        self._column.setSpacing(6 if low else 11)

    @Slot()
    def read_settings(self) -> None:
        """Take over what the settings say."""
        self.ssid.set_value(self._settings.wifi_ssid)
        self.password.set_value(self._settings.wifi_password)
        self.security.setCurrentIndex(self.security.findData(self._settings.wifi_security))
        self._judge()

    def show_address(self, url: str, named: str = "") -> None:
        """What phones open, and the same with a name; "" = there is no address yet, no name is announced."""
        tr = self._bench.tr
        self.named.set_text(tr("Tai {name}. Kaikki puhelimet eivät löydä nimeä.", name=shown(named)) if named else "")
        self.named.setVisible(bool(named))
        self._url, words = url, shown(url)
        if self.address.text() != words:
            self.address.setText(words)
            self.address.setCursorPosition(0)
        self.copy_address.setEnabled(bool(words))

    def commit(self) -> None:
        """Save what is half typed."""
        self.ssid.commit()
        self.password.commit()

    @Slot()
    def _save(self) -> None:
        wanted = {"wifi_ssid": self.ssid.text().strip(), "wifi_password": self.password.text()}
        try:
            self._settings.change(**wanted, wifi_security=self.security.currentData())
        except StorageError as error:
            self._bench.tell(error)
        self._judge()

    def _judge(self) -> None:
        tr, settings = self._bench.tr, self._settings
        is_open = settings.wifi_security == "open"
        self.password.setEnabled(not is_open)
        self.eye.setEnabled(not is_open)
        too_long = len(settings.wifi_ssid.encode()) > SSID_BYTES
        self.name_field.set_message(tr("Nimi on liian pitkä verkolle.") if too_long else "", "warning")
        trouble = password_trouble(settings.wifi_security, settings.wifi_ssid, settings.wifi_password, tr)
        self.password_field.set_message(trouble, "warning")
        self.copy_name.setEnabled(bool(settings.wifi_ssid))

    @Slot()
    def _turn_password(self) -> None:
        self._hide_password(self.password.echoMode() == QLineEdit.EchoMode.Normal)

    def _hide_password(self, hidden: bool) -> None:
        tr = self._bench.tr
        self.password.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.eye.set_icon("eye" if hidden else "eye-slash")
        self.eye.set_name(tr("Näytä salasana") if hidden else tr("Piilota salasana"))

    @Slot()
    def _copy_name(self) -> None:
        QGuiApplication.clipboard().setText(self._settings.wifi_ssid)
        self._bench.toast(self._bench.tr("Verkon nimi kopioitu"))

    @Slot()
    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self._bench.toast(self._bench.tr("Osoite kopioitu"))

    @Slot()
    def _dress(self) -> None:
        look = self._bench.look
        self.address.setFont(look.sans(16, bold=True))
        down = look.text_scale > 1.2
        self._secret.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)


def _put_beside(field: Field, button: IconButton) -> None:
    """A button at the end of a field's line."""
    column = field.layout()
    if isinstance(column, QVBoxLayout):
        column.removeWidget(field.widget)
        line: QHBoxLayout = row(spacing=8)
        line.addWidget(field.widget, 1)
        line.addWidget(button)
        column.insertLayout(1, line)
