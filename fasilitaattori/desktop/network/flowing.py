"""A label that takes the width there is and exactly the height its lines then need."""

from PySide6.QtWidgets import QSizePolicy

from fasilitaattori.kit.labels import Label


def flowing(label: Label) -> Label:
    """The label, made so. A label is otherwise never lower than it would be at its favourite width."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
