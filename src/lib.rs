//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI): the page.
