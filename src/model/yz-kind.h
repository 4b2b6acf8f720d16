/*
 * A kind of record: a name, a table of fields, and the rules that a field alone cannot check.
 *
 * A new kind is one file with a table and YZ_DEFINE_KIND(), and one line in yz-kinds.h.
 */
#pragma once

#include "yz-field.h"

G_BEGIN_DECLS

typedef struct _YzKind YzKind;
typedef struct _YzRecord YzRecord;

/**
 * YzKindCheck:
 * @before: (nullable): the record as it is stored, %NULL for a new one
 * @after: the record as it shall be
 *
 * Checks what concerns several fields or the step from one state to another.
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR, a translated sentence
 */
typedef gboolean (*YzKindCheck) (YzRecord *before, YzRecord *after, GError **error);

/**
 * YzKindMakeCounter:
 * @id: of the new record
 *
 * Returns: (transfer full): the record that takes @record back; its field "takes_back" names it
 */
typedef YzRecord *(*YzKindMakeCounter) (YzRecord *record, const char *id);

/**
 * YzKind:
 * @name: table, JSON kind, word on the command line; lower case with underscores
 * @title: msgid of one, "Station"
 * @title_plural: msgid of many, "Stations"
 * @title_field: the field that names a record on screen
 * @fields: the table
 * @n_fields: its length
 * @has_own_place: whether the window shows it in a place of its own; all others stand on the page of records
 * @append_only: whether its records tell what happened: the program adds them, nobody changes, deletes or undoes them
 * @make_counter: (nullable): of a ledger, which is append-only: what undo adds, as nothing is taken out
 * @check: (nullable): rules of the whole record
 * @get_type: the record type, made by YZ_DEFINE_KIND()
 */
struct _YzKind
{
  const char *name;
  const char *title;
  const char *title_plural;
  const char *title_field;
  const YzField *fields;
  guint n_fields;
  gboolean has_own_place;
  gboolean append_only;
  YzKindCheck check;
  YzKindMakeCounter make_counter;
  GType (*get_type) (void);
};

/**
 * yz_kinds_get_all:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): every kind, those that others refer to first
 */
const YzKind *const *yz_kinds_get_all (guint *n_kinds);

/**
 * yz_kinds_find:
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const YzKind *yz_kinds_find (const char *name);

/**
 * yz_kind_find_field:
 * @name: with underscores or dashes
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
const YzField *yz_kind_find_field (const YzKind *kind, const char *name);

/**
 * yz_kind_get_index:
 *
 * Returns: the place of @field in the kind's table
 */
guint yz_kind_get_index (const YzKind *kind, const YzField *field);

/**
 * yz_kind_has_personal_data:
 *
 * Returns: whether anything of @kind is masked unless it is revealed
 */
gboolean yz_kind_has_personal_data (const YzKind *kind);

G_END_DECLS
