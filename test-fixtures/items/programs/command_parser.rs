// Subcommands as an enum, parsed with iterators, run through a table of boxed functions.
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Command {
    Add { name: String, count: u32 },
    Remove(String),
    List,
}

#[derive(Debug)]
enum Problem {
    Unknown(String),
    Missing(&'static str),
}

type Parse = Box<dyn Fn(&mut dyn Iterator<Item = &str>) -> Result<Command, Problem>>;

fn required<'a>(args: &mut dyn Iterator<Item = &'a str>, what: &'static str) -> Result<&'a str, Problem> {
    args.next().ok_or(Problem::Missing(what))
}

fn table() -> HashMap<&'static str, Parse> {
    let mut table: HashMap<_, Parse> = HashMap::new();
    table.insert(
        "add",
        Box::new(|args| {
            let name = required(args, "name")?.to_owned();
            let count = args.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            Ok(Command::Add { name, count })
        }),
    );
    table.insert("rm", Box::new(|args| required(args, "name").map(|n| Command::Remove(n.into()))));
    table.insert("ls", Box::new(|_| Ok(Command::List)));
    table
}

fn parse(line: &str) -> Result<Command, Problem> {
    let mut words = line.split_whitespace();
    let verb = required(&mut words, "verb")?;
    match table().get(verb) {
        Some(parse) => parse(&mut words),
        None => Err(Problem::Unknown(verb.to_string())),
    }
}

fn main() {
    for line in ["add x 2", "rm", "ls"] {
        match parse(line) {
            Ok(command) => println!("{command:?}"),
            Err(problem) => eprintln!("{problem:?}"),
        }
    }
}

//~ MONO_ITEM fn <Command as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <Problem as std::fmt::Debug>::fmt
//~ MONO_ITEM fn <{closure@command_parser.rs:27:18: 27:24} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@command_parser.rs:27:18: 27:24} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@command_parser.rs:33:33: 33:39} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@command_parser.rs:33:33: 33:39} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn <{closure@command_parser.rs:34:33: 34:36} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim
//~ MONO_ITEM fn <{closure@command_parser.rs:34:33: 34:36} as std::ops::FnOnce<(&mut dyn std::iter::Iterator<Item = &str>,)>>::call_once - shim(vtable)
//~ MONO_ITEM fn main
//~ MONO_ITEM fn parse
//~ MONO_ITEM fn required
//~ MONO_ITEM fn std::ptr::drop_in_place::<(&str, std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>)> - shim(Some((&str, std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>)))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Command> - shim(Some(Command))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Problem> - shim(Some(Problem))
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>> - shim(Some(dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::array::IntoIter<&str, 3>> - shim(Some(std::array::IntoIter<&str, 3>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>> - shim(Some(std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::collections::HashMap<&str, std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>>> - shim(Some(std::collections::HashMap<&str, std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>>> - shim(Some(std::option::Option<std::boxed::Box<dyn for<'a, 'b> std::ops::Fn(&'a mut (dyn std::iter::Iterator<Item = &'b str> + 'a)) -> std::result::Result<Command, Problem>>>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::string::String> - shim(Some(std::string::String))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::vec::Vec<u8>> - shim(Some(std::vec::Vec<u8>))
//~ MONO_ITEM fn table
//~ MONO_ITEM fn table::{closure#0}
//~ MONO_ITEM fn table::{closure#0}::{closure#0}
//~ MONO_ITEM fn table::{closure#1}
//~ MONO_ITEM fn table::{closure#1}::{closure#0}
//~ MONO_ITEM fn table::{closure#2}
