//! A rank against one number that goes from its lowest to its highest value.
