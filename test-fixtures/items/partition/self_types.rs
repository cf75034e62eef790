//@ compile-flags: -Cincremental=$SCRATCH/inc
//@ check-cgus
// Methods go with their self type: trait impls for types of other modules, generic methods, vtable glue, closures.
mod model {
    pub struct User {
        pub id: u32,
    }

    pub struct Page<T> {
        pub items: [T; 2],
    }
}

mod view {
    use super::model::{Page, User};

    pub trait Render {
        fn render(&self) -> u32;
        fn twice(&self) -> u32 {
            self.render() * 2
        }
    }

    impl Render for User {
        fn render(&self) -> u32 {
            self.id
        }
    }

    impl<T: Render> Render for Page<T> {
        fn render(&self) -> u32 {
            self.items[0].render() + self.items[1].twice()
        }
    }

    impl Render for u32 {
        fn render(&self) -> u32 {
            *self
        }
    }

    pub fn draw(r: &dyn Render) -> u32 {
        r.render()
    }

    pub fn with<R>(f: impl Fn() -> R) -> R {
        f()
    }
}

mod app {
    use super::model::{Page, User};
    use super::view::{self, Render};

    pub fn run() -> u32 {
        let page = Page { items: [User { id: 1 }, User { id: 2 }] };
        let boxed: Box<dyn Render> = Box::new(Page { items: [1u32, 2] });
        view::draw(&page) + boxed.render() + view::with(|| page.twice())
    }
}

fn main() {
    app::run();
}

//~ MONO_ITEM fn <model::Page<model::User> as view::Render>::render @@ self_types-model.volatile[External]
//~ MONO_ITEM fn <model::Page<model::User> as view::Render>::twice @@ self_types-model.volatile[External]
//~ MONO_ITEM fn <model::Page<u32> as view::Render>::render @@ self_types-model.volatile[External]
//~ MONO_ITEM fn <model::Page<u32> as view::Render>::twice @@ self_types-model.volatile[External]
//~ MONO_ITEM fn <model::User as view::Render>::render @@ self_types-model[External]
//~ MONO_ITEM fn <model::User as view::Render>::twice @@ self_types-model.volatile[Internal]
//~ MONO_ITEM fn <u32 as view::Render>::render @@ self_types-view[External]
//~ MONO_ITEM fn <u32 as view::Render>::twice @@ self_types-view.volatile[External]
//~ MONO_ITEM fn app::run @@ self_types-app[External]
//~ MONO_ITEM fn app::run::{closure#0} @@ self_types-app.volatile[External]
//~ MONO_ITEM fn main @@ self_types[External]
//~ MONO_ITEM fn std::ptr::drop_in_place::<dyn view::Render> - shim(Some(dyn view::Render)) @@ self_types-fallback.cgu[Internal]
//~ MONO_ITEM fn std::ptr::drop_in_place::<std::boxed::Box<dyn view::Render>> - shim(Some(std::boxed::Box<dyn view::Render>)) @@ self_types-fallback.cgu[External]
//~ MONO_ITEM fn view::draw @@ self_types-view[External]
//~ MONO_ITEM fn view::with::<u32, {closure@self_types.rs:58:57: 58:59}> @@ self_types-view.volatile[External]
