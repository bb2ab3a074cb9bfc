"""Bukti dukung: the workbook for evaluators."""
