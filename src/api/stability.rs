//! How sure ranks are: `stability` of the API.
