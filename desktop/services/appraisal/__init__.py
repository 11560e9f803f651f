"""At Sở Tài chính: what was declared beside what is recomputed, the decision on each person, its way back."""
