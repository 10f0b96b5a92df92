#include "frontend/module/names.h"

namespace perry::frontend {

std::string_view to_string(RequestKind kind) {
  switch (kind) {
    case RequestKind::Import:
      return "import";
    case RequestKind::ExportFrom:
      return "export-from";
    case RequestKind::DynamicImport:
      return "dynamic-import";
    case RequestKind::DynamicPattern:
      return "dynamic-pattern";
    case RequestKind::DynamicUnknown:
      return "dynamic-unknown";
    case RequestKind::Require:
      return "require";
    case RequestKind::RequirePattern:
      return "require-pattern";
    case RequestKind::RequireUnknown:
      return "require-unknown";
    case RequestKind::RequireResolve:
      return "require-resolve";
    case RequestKind::ImportMetaResolve:
      return "import-meta-resolve";
    case RequestKind::Worker:
      return "worker";
    case RequestKind::AssetUrl:
      return "asset-url";
    case RequestKind::ImportType:
      return "import-type";
  }
  return "";
}

std::string_view to_string(ImportEntry::Kind kind) {
  switch (kind) {
    case ImportEntry::Kind::Named:
      return "named";
    case ImportEntry::Kind::Default:
      return "default";
    case ImportEntry::Kind::Namespace:
      return "namespace";
  }
  return "";
}

std::string_view to_string(ExportEntry::Kind kind) {
  switch (kind) {
    case ExportEntry::Kind::Local:
      return "local";
    case ExportEntry::Kind::Indirect:
      return "indirect";
    case ExportEntry::Kind::Namespace:
      return "namespace";
    case ExportEntry::Kind::Star:
      return "star";
    case ExportEntry::Kind::TypeAssignment:
      return "assignment";
  }
  return "";
}

std::string_view to_string(Directive::Kind kind) {
  switch (kind) {
    case Directive::Kind::ReferencePath:
      return "reference-path";
    case Directive::Kind::ReferenceTypes:
      return "reference-types";
    case Directive::Kind::ReferenceLib:
      return "reference-lib";
    case Directive::Kind::ReferenceNoDefaultLib:
      return "reference-no-default-lib";
    case Directive::Kind::Jsx:
      return "jsx";
    case Directive::Kind::JsxFragment:
      return "jsx-fragment";
    case Directive::Kind::JsxRuntime:
      return "jsx-runtime";
    case Directive::Kind::JsxImportSource:
      return "jsx-import-source";
    case Directive::Kind::TsCheck:
      return "ts-check";
    case Directive::Kind::TsNoCheck:
      return "ts-nocheck";
  }
  return "";
}

}  // namespace perry::frontend
