//! Makes one module of several that were cut off the same one. They hold code and data for places of one
//! memory and one table, which they import, and call one another through that table: so the whole is all of
//! their sections, with what counts types and functions moved on.

use std::convert::Infallible;

use anyhow::{Result, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{Import, Parser, Payload, TypeRef};

/// Bytes of code and data.
pub(super) fn weight(module: &[u8]) -> Result<usize> {
    let mut weight = 0;
    for payload in Parser::new(0).parse_all(module) {
        weight += match payload? {
            Payload::CodeSectionStart { size, .. } => size as usize,
            Payload::DataSection(data) => data.range().len(),
            _ => 0,
        };
    }
    Ok(weight)
}

/// One module of all; names of functions are left behind.
pub(super) fn merged(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut whole = Whole::default();
    for module in modules {
        whole.take_in(module)?;
    }
    Ok(whole.written())
}

/// What was taken in so far.
#[derive(Default)]
struct Whole {
    types: TypeSection,
    imports: ImportSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    /// What is imported, in its order.
    imported: Vec<(String, Kind)>,
}

/// What may be imported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Memory,
    Table,
    Global,
}

/// How a module counts in the whole.
struct Moved {
    types: u32,
    functions: u32,
    /// Where its globals are, all of which are imported.
    globals: Vec<u32>,
}

impl Reencode for Moved {
    type Error = Infallible;

    fn type_index(&mut self, own: u32) -> Result<u32, Error> {
        Ok(self.types + own)
    }

    fn function_index(&mut self, own: u32) -> Result<u32, Error> {
        Ok(self.functions + own)
    }

    fn global_index(&mut self, own: u32) -> Result<u32, Error> {
        let moved = self.globals.get(own as usize);
        moved.copied().ok_or(Error::InvalidConstExpr)
    }
}

impl Whole {
    fn take_in(&mut self, module: &[u8]) -> Result<()> {
        let mut moved = Moved {
            types: self.types.len(),
            functions: self.functions.len(),
            globals: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(own) => moved.parse_type_section(&mut self.types, own)?,
                Payload::ImportSection(own) => {
                    for import in own.into_imports() {
                        self.import(import?, &mut moved)?;
                    }
                }
                Payload::FunctionSection(own) => {
                    moved.parse_function_section(&mut self.functions, own)?;
                }
                Payload::ElementSection(own) => {
                    moved.parse_element_section(&mut self.elements, own)?;
                }
                Payload::CodeSectionEntry(own) => {
                    moved.parse_function_body(&mut self.code, own)?;
                }
                Payload::DataSection(own) => moved.parse_data_section(&mut self.data, own)?,
                Payload::ExportSection(own) if own.count() == 0 => {}
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => bail!("what was cut off holds {other:?}, which it did not"),
            }
        }
        Ok(())
    }

    /// The same import is one for all modules.
    fn import(&mut self, import: Import<'_>, moved: &mut Moved) -> Result<()> {
        let kind = match import.ty {
            TypeRef::Memory(_) => Kind::Memory,
            TypeRef::Table(_) => Kind::Table,
            TypeRef::Global(_) => Kind::Global,
            other => bail!("what was cut off imports {other:?}, which it did not"),
        };
        let name = format!("{}.{}", import.module, import.name);
        let named = (name, kind);
        if !self.imported.contains(&named) {
            moved.parse_import(&mut self.imports, import)?;
            self.imported.push(named.clone());
        }
        let of_its_kind = self.imported.iter().filter(|(_, own)| *own == kind);
        let place = of_its_kind.take_while(|own| **own != named).count();
        match kind {
            Kind::Global => moved.globals.push(u32::try_from(place)?),
            Kind::Memory | Kind::Table if place > 0 => {
                bail!("what was cut off imports two of a kind: {}", named.0)
            }
            Kind::Memory | Kind::Table => {}
        }
        Ok(())
    }

    fn written(&self) -> Vec<u8> {
        let mut module = Module::new();
        module.section(&self.types).section(&self.imports);
        module.section(&self.functions).section(&self.elements);
        module.section(&self.code).section(&self.data);
        module.finish()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Whole, merged, weight};
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
        ExportSection, Function, FunctionSection, GlobalType, ImportSection, MemoryType, Module,
        RefType, TableType, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload, Validator};

    /// A function of its own type that gives a value, in a place of the table by that value, and data in a
    /// place of the memory. An odd one imports another global before the one that it reads.
    pub(crate) fn module(value: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I64]);
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(1).function(1);
        let mut elements = ElementSection::new();
        let place = ConstExpr::i32_const(value);
        elements.active(None, &place, Elements::Functions([1].as_slice().into()));
        let mut code = CodeSection::new();
        let mut own = Function::new([]);
        let global = u32::from(value % 2 == 1);
        own.instructions()
            .i32_const(value)
            .global_get(global)
            .i32_add()
            .end();
        let mut calls = Function::new([]);
        calls.instructions().call(0).end();
        code.function(&own).function(&calls);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(value * 8), *b"data");
        let mut module = Module::new();
        module.section(&types).section(&imports(value % 2 == 1));
        module.section(&functions).section(&elements);
        module.section(&code).section(&data);
        module.finish()
    }

    fn imports(has_other: bool) -> ImportSection {
        let mut imports = ImportSection::new();
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 10,
            maximum: None,
            table64: false,
            shared: false,
        };
        let global = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        imports.import("main", "memory", EntityType::Memory(memory));
        imports.import("main", "table", EntityType::Table(table));
        if has_other {
            imports.import("main", "other", EntityType::Global(global));
        }
        imports.import("main", "stack", EntityType::Global(global));
        imports
    }

    /// Which function each body calls and which global it reads.
    fn named(module: &[u8]) -> Vec<(Option<u32>, Option<u32>)> {
        let payloads = Parser::new(0).parse_all(module).map(Result::unwrap);
        let bodies = payloads.filter_map(|payload| match payload {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let of = |operator: Operator<'_>| match operator {
            Operator::Call { function_index } => (Some(function_index), None),
            Operator::GlobalGet { global_index } => (None, Some(global_index)),
            _ => (None, None),
        };
        let one = |body: wasmparser::FunctionBody<'_>| {
            let operators = body.get_operators_reader().unwrap().into_iter();
            let found = operators.map(|operator| of(operator.unwrap()));
            found.fold((None, None), |(call, get), (next_call, next_get)| {
                (call.or(next_call), get.or(next_get))
            })
        };
        bodies.map(one).collect()
    }

    #[test]
    fn each_calls_its_own_functions_and_reads_what_it_named() {
        let whole = merged(&[module(2), module(3), module(4)]).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        let stack = Some(0);
        let expected = [
            (None, stack),
            (Some(0), None),
            (None, stack),
            (Some(2), None),
            (None, stack),
            (Some(4), None),
        ];
        assert_eq!(named(&whole), expected);
        let text = String::from_utf8_lossy(&whole).into_owned();
        assert_eq!(text.matches("stack").count(), 1);
        assert_eq!(text.matches("other").count(), 1);
        assert_eq!(text.matches("data").count(), 3);
        assert!(weight(&whole).unwrap() > 2 * weight(&module(2)).unwrap());
    }

    #[test]
    fn what_holds_more_than_code_and_data_is_refused() {
        let mut exports = ExportSection::new();
        exports.export("a", ExportKind::Func, 0);
        let mut other = Module::new();
        other.section(&TypeSection::new()).section(&exports);
        let error = Whole::default().take_in(&other.finish()).unwrap_err();
        assert!(error.to_string().contains("ExportSection"), "{error}");
    }
}
