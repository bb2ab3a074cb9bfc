"""An agency's own workbook, given back with the faulty cells coloured and commented."""
