// Assignment drops the old value; mem::replace, take and swap move it; Option fields are emptied in Drop.
use std::mem;

struct Conn {
    id: u32,
    peer: Option<Box<Conn>>,
}

impl Drop for Conn {
    fn drop(&mut self) {
        if let Some(peer) = self.peer.take() {
            close(peer.id);
        }
    }
}

fn close(_: u32) {}

#[derive(Default)]
struct Buffer {
    bytes: [u8; 4],
    tag: Option<Tag>,
}

struct Tag(u8);

impl Drop for Tag {
    fn drop(&mut self) {
        self.0 = 0;
    }
}

impl Buffer {
    fn reset(&mut self) -> Buffer {
        mem::take(self)
    }
    fn retag(&mut self, tag: u8) -> Option<Tag> {
        mem::replace(&mut self.tag, Some(Tag(tag)))
    }
}

fn main() {
    let mut conn = Conn { id: 1, peer: None };
    conn.peer = Some(Box::new(Conn { id: 2, peer: None }));
    conn = Conn { id: 3, peer: None };
    let mut a = Buffer::default();
    let mut b = a.reset();
    b.retag(1);
    b.tag = None;
    mem::swap(&mut a, &mut b);
    let _ = conn.id + a.bytes[0] as u32;
}

//~ MONO_ITEM fn <Buffer as std::default::Default>::default
//~ MONO_ITEM fn <Conn as std::ops::Drop>::drop
//~ MONO_ITEM fn <Tag as std::ops::Drop>::drop
//~ MONO_ITEM fn Buffer::reset
//~ MONO_ITEM fn Buffer::retag
//~ MONO_ITEM fn close
//~ MONO_ITEM fn main
//~ MONO_ITEM fn std::ptr::drop_in_place::<Buffer> - shim(Some(Buffer))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Conn> - shim(Some(Conn))
//~ MONO_ITEM fn std::ptr::drop_in_place::<Tag> - shim(Some(Tag))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<Conn>> - shim(Some(std::boxed::Box<Conn>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<Tag>> - shim(Some(std::option::Option<Tag>))
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::option::Option<std::boxed::Box<Conn>>> - shim(Some(std::option::Option<std::boxed::Box<Conn>>))
