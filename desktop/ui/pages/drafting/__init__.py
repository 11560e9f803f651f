"""Where Sở Tài chính writes a policy pack: figures, formulas, golden cases, text, comparison and publishing."""
