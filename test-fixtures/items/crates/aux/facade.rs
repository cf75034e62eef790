//@ crate-type: rlib
//@ aux: shapes.rs
// Gives another crate a shorter name.
pub extern crate shapes as s;
