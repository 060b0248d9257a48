"""From the bytes of a mail to its headers and parts: whatever a program, a gateway or an attacker did to them."""
