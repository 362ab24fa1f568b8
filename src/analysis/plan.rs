//! The cheapest way to a score, with its proof (method 6).
