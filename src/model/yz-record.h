/*
 * A record: an id and one value for each field of its kind. Base type of every kind; the fields are GObject
 * properties of the derived type, so that a .ui file can bind to them.
 *
 * Records handed out by the store are copies: changing one changes nothing until an edit is applied.
 */
#pragma once

#include "yz-kind.h"

G_BEGIN_DECLS

#define YZ_TYPE_RECORD (yz_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (YzRecord, yz_record, YZ, RECORD, GObject)

struct _YzRecordClass
{
  GObjectClass parent_class;

  const YzKind *kind;
  GParamSpec **properties; /* one for each field */
};

/**
 * yz_record_class_install_kind:
 *
 * Gives @klass a property for each field of @kind. Called by YZ_DEFINE_KIND() only.
 */
void yz_record_class_install_kind (YzRecordClass *klass, const YzKind *kind);

/**
 * YZ_DEFINE_KIND:
 * @TypeName: name of the record type, YzStation
 * @type_name: the same as a prefix, yz_station
 * @table: the array of #YzField
 *
 * Makes a record type of a field table, and `const YzKind type_name##_kind`. The further arguments are
 * initialisers of #YzKind.
 */
#define YZ_DEFINE_KIND(TypeName, type_name, table, ...)                                                      \
  struct _##TypeName                                                                                         \
  {                                                                                                          \
    YzRecord parent_instance;                                                                                \
  };                                                                                                         \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, YZ_TYPE_RECORD)                                                  \
  const YzKind type_name##_kind = {                                                                          \
    .fields = table, .n_fields = G_N_ELEMENTS (table), .get_type = type_name##_get_type, __VA_ARGS__         \
  };                                                                                                         \
  static void type_name##_class_init (TypeName##Class *klass)                                                \
  {                                                                                                          \
    yz_record_class_install_kind (YZ_RECORD_CLASS (klass), &type_name##_kind);                               \
  }                                                                                                          \
  static void type_name##_init (TypeName *self) {}

/**
 * yz_record_new:
 * @id: a UUID, see yz_id_factory_next()
 *
 * Returns: (transfer full): a record with the initial values of its kind
 */
YzRecord *yz_record_new (const YzKind *kind, const char *id);

/**
 * yz_record_new_empty:
 *
 * Returns: (transfer full): a record with no value at all, for a reader that fills every field
 */
YzRecord *yz_record_new_empty (const YzKind *kind, const char *id);

/**
 * yz_record_copy:
 *
 * Returns: (transfer full): an independent record with the same id and values
 */
YzRecord *yz_record_copy (YzRecord *self);

/**
 * yz_record_copy_as:
 *
 * Returns: (transfer full): another record, which begins with the same values
 */
YzRecord *yz_record_copy_as (YzRecord *self, const char *id);

/**
 * yz_record_get_kind:
 *
 * Returns: (transfer none): what the record is
 */
const YzKind *yz_record_get_kind (YzRecord *self);

/**
 * yz_record_get_id:
 *
 * Returns: (transfer none): its UUID, the same for all its life
 */
const char *yz_record_get_id (YzRecord *self);

/**
 * yz_record_get_title:
 *
 * Returns: (transfer none): what the record is called on screen, "" while it has no name
 */
const char *yz_record_get_title (YzRecord *self);

/**
 * yz_record_prefix_error:
 *
 * Puts before the message of @error which record it is about: what that is called, or its kind while it has no name.
 */
void yz_record_prefix_error (YzRecord *self, GError **error);

/**
 * yz_record_get_deleted_at:
 *
 * Returns: when the record was put in the trash, milliseconds since 1970-01-01T00:00Z; 0 if it was not
 */
gint64 yz_record_get_deleted_at (YzRecord *self);

/**
 * yz_record_set_deleted_at:
 *
 * For the store, which reads it with the record: setting it puts nothing in the trash.
 */
void yz_record_set_deleted_at (YzRecord *self, gint64 deleted_at);

/**
 * yz_record_get:
 * @name: of a field
 *
 * Returns: (transfer none) (nullable): its value, %NULL if it is empty
 */
GVariant *yz_record_get (YzRecord *self, const char *name);

/**
 * yz_record_get_at:
 * @index: of a field in its kind's table, see yz_kind_get_index()
 *
 * The same without looking the name up.
 */
GVariant *yz_record_get_at (YzRecord *self, guint index);

/**
 * yz_record_set:
 * @value: (nullable): a floating reference is taken; %NULL empties the field
 *
 * Sets a field to a value of its type (see yz_field_check(); another type is a programmer's mistake) and notifies
 * if that changes it. An empty text, list or map empties the field.
 */
void yz_record_set (YzRecord *self, const char *name, GVariant *value);

/**
 * yz_record_set_at:
 * @index: of a field in its kind's table, see yz_kind_get_index()
 *
 * The same without looking the name up.
 */
void yz_record_set_at (YzRecord *self, guint index, GVariant *value);

/**
 * yz_record_parse:
 * @text: (nullable): see yz_field_parse()
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR, the record then being as before
 */
gboolean yz_record_parse (YzRecord *self, const char *name, const char *text, GError **error);

/* Typed shorthands for a field of that type. They return NULL, 0, NAN or FALSE for an empty one; ask yz_record_get()
 * where that matters. NULL, and a number that is not finite, empty it. */
const char *yz_record_get_text (YzRecord *self, const char *name);
gint64      yz_record_get_integer (YzRecord *self, const char *name);
double      yz_record_get_real (YzRecord *self, const char *name);
gboolean    yz_record_get_boolean (YzRecord *self, const char *name);
void        yz_record_set_text (YzRecord *self, const char *name, const char *text);
void        yz_record_set_real (YzRecord *self, const char *name, double value);

/**
 * yz_record_check:
 * @before: (nullable): the record as stored, %NULL for a new one
 *
 * Checks every field, the required ones, and the rules of the kind.
 *
 * Returns: %FALSE with a %YZ_MODEL_ERROR whose message begins with the field's title
 */
gboolean yz_record_check (YzRecord *self, YzRecord *before, GError **error);

/**
 * yz_record_check_of_many:
 * @sound_maps: (nullable): maps that were looked into before, see yz_record_sound_maps_new()
 *
 * As yz_record_check(), for records that share maps, the very same #GVariant, as the rows of a list do: each map is
 * looked into once.
 */
gboolean yz_record_check_of_many (YzRecord *self, YzRecord *before, GHashTable *sound_maps, GError **error);

/**
 * yz_record_sound_maps_new:
 *
 * Returns: (transfer full): no map yet, for yz_record_check_of_many()
 */
GHashTable *yz_record_sound_maps_new (void);

/**
 * yz_record_equal:
 *
 * Returns: whether two records of one kind have the same values
 */
gboolean yz_record_equal (YzRecord *a, YzRecord *b);

G_END_DECLS
