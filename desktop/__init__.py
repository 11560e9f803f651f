"""Tinh Giản: the program with which Hải Phòng's offices pay early leavers what the law gives them."""

__version__ = "0.1.0"
