//! The form in which a page's data travel in the page: a struct is the array of its fields, in their order.
//!
//! Both ends are of the same build, so names are not needed; leaving them out makes pages smaller, and reading them
//! costs a third of the WebAssembly that reading named fields did (docs/adr/0005). The one macro below writes both
//! directions, so they cannot drift; a value of another shape is answered with `None`.

use std::sync::Arc;

use super::value::Value;

/// To and from the packed form.
pub trait Packed: Sized {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value;
    fn unpack(value: Value) -> Option<Self>;
}

/// The fields of a struct, one after the other.
pub struct Fields {
    rest: std::vec::IntoIter<Value>,
    /// A field that was filled in was missing or of another shape.
    broken: bool,
}

impl Fields {
    pub fn of(value: Value) -> Option<Self> {
        match value {
            Value::Array(items) => Some(Self { rest: items.into_iter(), broken: false }),
            _ => None,
        }
    }

    pub fn take<T: Packed>(&mut self) -> Option<T> {
        T::unpack(self.rest.next()?)
    }

    /// The next field, or an empty one in its place, which `sound` then tells. A struct of many texts is read without a
    /// way out after each, which is much less code.
    pub fn take_or_empty<T: Packed + Default>(&mut self) -> T {
        self.take().unwrap_or_else(|| {
            self.broken = true;
            T::default()
        })
    }

    /// What was read, unless a field had to be filled in.
    pub fn sound<T>(self, read: T) -> Option<T> {
        (!self.broken).then_some(read)
    }
}

/// Packs structs as arrays of the named fields, which must be all of them.
#[macro_export]
macro_rules! packed {
    ($($name:ty { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::domain::packed::Packed for $name {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Array(vec![$($crate::domain::packed::Packed::pack(&self.$field)),+])
            }
            fn unpack(value: $crate::domain::value::Value) -> Option<Self> {
                let mut fields = $crate::domain::packed::Fields::of(value)?;
                Some(Self { $($field: fields.take()?),+ })
            }
        }
    )+};
}

/// The same for structs whose fields can all be empty.
#[macro_export]
macro_rules! packed_texts {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::domain::packed::Packed for $name {
            #[cfg(not(target_arch = "wasm32"))]
            fn pack(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::Array(vec![$($crate::domain::packed::Packed::pack(&self.$field)),+])
            }
            fn unpack(value: $crate::domain::value::Value) -> Option<Self> {
                let mut fields = $crate::domain::packed::Fields::of(value)?;
                let read = Self { $($field: fields.take_or_empty()),+ };
                fields.sound(read)
            }
        }
    };
}

impl Packed for String {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::String(self.clone())
    }
    fn unpack(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl Packed for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        u8::from(*self).into()
    }
    fn unpack(value: Value) -> Option<Self> {
        Some(value.as_u64()? == 1)
    }
}

impl Packed for usize {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        (*self).into()
    }
    fn unpack(value: Value) -> Option<Self> {
        Self::try_from(value.as_u64()?).ok()
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::pack)
    }
    fn unpack(value: Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::unpack(value).map(Some),
        }
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::Array(vec![self.0.pack(), self.1.pack()])
    }
    fn unpack(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some((fields.take()?, fields.take()?))
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        Value::Array(self.iter().map(T::pack).collect())
    }
    fn unpack(value: Value) -> Option<Self> {
        match value {
            Value::Array(items) => items.into_iter().map(T::unpack).collect(),
            _ => None,
        }
    }
}

impl<T: Packed> Packed for Box<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        T::pack(self)
    }
    fn unpack(value: Value) -> Option<Self> {
        T::unpack(value).map(Self::new)
    }
}

impl<T: Packed> Packed for Arc<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self) -> Value {
        T::pack(self)
    }
    fn unpack(value: Value) -> Option<Self> {
        T::unpack(value).map(Self::new)
    }
}
