// References that meet where no type is expected: what branches inside of a branch agree on has a lifetime of its own,
// and is borrowed anew for that of the whole. Where a type is expected, all are borrowed for that.
//@ edition: 2024
//@ crate-type: lib
pub fn inner_if<'a>(v: Option<&'a str>) -> &'a str {
    let found = if v.is_some() {
        "true"
    } else if let Some(v) = v {
        v
    } else {
        ""
    };
    found
}

pub fn inner_match<'a>(v: Option<&'a str>) -> &'a str {
    let found = match v.is_some() {
        true => "true",
        false => match v {
            Some(v) => v,
            None => "",
        },
    };
    found
}

pub fn all_for_ever(a: bool) -> &'static str {
    let found = if a {
        ""
    } else if !a {
        "a"
    } else {
        "b"
    };
    found
}

pub fn all_alike<'a>(a: bool, w: &'a str) -> &'a str {
    let found = if a {
        w
    } else if !a {
        "a"
    } else {
        w
    };
    found
}

pub fn block<'a>(a: bool, w: &'a str) -> &'a str {
    let found = if a {
        "a"
    } else {
        let x = if a { w } else { "b" };
        x
    };
    found
}

pub fn returned<'a>(v: Option<&'a str>) -> &'a str {
    if v.is_some() {
        "true"
    } else if let Some(v) = v {
        v
    } else {
        ""
    }
}

pub fn declared<'a>(v: Option<&'a str>) -> &'a str {
    let found: &str = if v.is_some() {
        "true"
    } else if let Some(v) = v {
        v
    } else {
        ""
    };
    found
}

//~ SIZE 12 all_alike
//~ SIZE 12 all_for_ever
//~ SIZE 13 block
//~ SIZE 14 returned
//~ SIZE 15 declared
//~ SIZE 17 inner_if
//~ SIZE 17 inner_match
