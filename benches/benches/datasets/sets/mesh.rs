//! `mesh`: 125,000 triangles of twelve numbers.

use wincode::SchemaRead;
use zerocopy::little_endian::F32;

use crate::plain::plain;
use crate::random::Random;
use crate::sum::fields;

plain! {
    #[derive(Copy)]
    #[frame(copy)]
    #[repr(C)]
    pub(crate) struct Vector3 {
        x: f32,
        y: f32,
        z: f32,
    }

    #[derive(Copy)]
    #[frame(copy)]
    #[repr(C)]
    pub(crate) struct Triangle {
        v0: Vector3,
        v1: Vector3,
        v2: Vector3,
        normal: Vector3,
    }

    #[frame(borrow)]
    pub(crate) struct Mesh {
        #[frame(max_len = 200_000)]
        triangles: Vec<Triangle>,
    }
}

/// The same with our sequence.
pub(crate) mod cells {
    use pool_codec::Seq;

    use super::Triangle;
    use crate::plain::cells;

    cells! {
        pub(crate) struct Mesh {
            pub(super) triangles: Seq<Triangle, 200_000>,
        }
    }
}

/// A vector without alignment, which wincode borrows.
#[derive(SchemaRead)]
#[wincode(assert_zero_copy)]
#[repr(C)]
pub(crate) struct VectorBytes {
    x: F32,
    y: F32,
    z: F32,
}

/// A triangle without alignment.
#[derive(SchemaRead)]
#[wincode(assert_zero_copy)]
#[repr(C)]
pub(crate) struct TriangleBytes {
    v0: VectorBytes,
    v1: VectorBytes,
    v2: VectorBytes,
    normal: VectorBytes,
}

#[derive(SchemaRead)]
pub(crate) struct BorrowedMesh<'a> {
    triangles: &'a [TriangleBytes],
}

fields! { [Vector3, ArchivedVector3, VectorBytes] (x y z) }
fields! { [Triangle, ArchivedTriangle, TriangleBytes] (v0 v1 v2 normal) }
fields! {
    [Mesh, MeshRef<'_>, cells::Mesh, cells::MeshRef<'_>, ArchivedMesh, BorrowedMesh<'_>]
    (triangles)
}

fn vector(random: &mut Random) -> Vector3 {
    Vector3 { x: random.float32(), y: random.float32(), z: random.float32() }
}

pub(crate) fn generate() -> Mesh {
    let mut random = Random::new();
    let triangle = |_| Triangle {
        v0: vector(&mut random),
        v1: vector(&mut random),
        v2: vector(&mut random),
        normal: vector(&mut random),
    };
    Mesh { triangles: (0..125_000).map(triangle).collect() }
}
