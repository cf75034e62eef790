//! A registry of values with names: a generic type whose methods and drop glue are made for each use.

/// How many registries have been closed, over the whole program.
pub static CLOSED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

pub struct Registry<T> {
    entries: Vec<Entry<T>>,
}

struct Entry<T> {
    name: String,
    value: T,
}

impl<T> Registry<T> {
    pub fn new() -> Self {
        Registry { entries: Vec::new() }
    }

    pub fn add(&mut self, name: &str, value: T) -> &mut Self {
        self.entries.push(Entry { name: name.to_string(), value });
        self
    }

    /// Depends on `T` by name only: each copy is the same code, and a compiler that sees the whole program
    /// may fold them.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn find(&self, name: &str) -> Option<&T> {
        self.entries.iter().find(|entry| entry.name == name).map(|entry| &entry.value)
    }

    pub fn for_each<F: FnMut(&str, &T)>(&self, mut visit: F) {
        for entry in &self.entries {
            visit(&entry.name, &entry.value);
        }
    }
}

impl<T> Default for Registry<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for Registry<T> {
    fn drop(&mut self) {
        CLOSED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
}
