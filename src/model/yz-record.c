/* Records: values held by field, shown as properties. Main thread or a single owner; no locking. */
#include "config.h"

#include "yz-record.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_SOUND_MAPS 32768 /* remembered */

typedef struct
{
  char *id;
  gint64 deleted_at;
  GVariant **values; /* one for each field, NULL where empty */
  gboolean sound;    /* checked as a new record, and not changed since */
} YzRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YzRecord, yz_record, G_TYPE_OBJECT)

/* Properties of the base type; those of a kind's fields follow them. */
typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_FIRST_FIELD,
} YzRecordProperty;

static YzRecordPrivate *
get_private (YzRecord *self)
{
  return yz_record_get_instance_private (self);
}

static guint
count_fields (YzRecord *self)
{
  return YZ_RECORD_GET_CLASS (self)->kind->n_fields;
}

static GParamSpec *
field_to_pspec (const YzField *field)
{
  g_autofree char *dashed = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *name = g_intern_string (dashed);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->type)
    {
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case YZ_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case YZ_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case YZ_FIELD_LIST:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case YZ_FIELD_MAP:
      return g_param_spec_variant (name, NULL, NULL, G_VARIANT_TYPE ("a{s(ss)}"), NULL, flags);
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static void
value_to_gvalue (const YzField *field, GVariant *value, GValue *gvalue)
{
  switch (field->type)
    {
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      g_value_set_int64 (gvalue, value != NULL ? g_variant_get_int64 (value) : 0);
      break;
    case YZ_FIELD_REAL:
      g_value_set_double (gvalue, value != NULL ? g_variant_get_double (value) : 0);
      break;
    case YZ_FIELD_BOOLEAN:
      g_value_set_boolean (gvalue, value != NULL && g_variant_get_boolean (value));
      break;
    case YZ_FIELD_LIST:
      g_value_take_boxed (gvalue, value != NULL ? g_variant_dup_strv (value, NULL) : NULL);
      break;
    case YZ_FIELD_MAP:
      g_value_set_variant (gvalue, value);
      break;
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
    default:
      g_value_set_string (gvalue, value != NULL ? g_variant_get_string (value, NULL) : NULL);
    }
}

static GVariant *
strv_to_value (char **strv)
{
  return strv != NULL ? g_variant_new_strv ((const char *const *) strv, -1) : NULL;
}

static GVariant *
value_from_gvalue (const YzField *field, const GValue *gvalue)
{
  switch (field->type)
    {
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_TIME:
      return g_variant_new_int64 (g_value_get_int64 (gvalue));
    case YZ_FIELD_REAL:
      return g_variant_new_double (g_value_get_double (gvalue));
    case YZ_FIELD_BOOLEAN:
      return g_variant_new_boolean (g_value_get_boolean (gvalue));
    case YZ_FIELD_LIST:
      return strv_to_value (g_value_get_boxed (gvalue));
    case YZ_FIELD_MAP:
      return g_value_get_variant (gvalue);
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_DATE:
    case YZ_FIELD_REF:
    default:
      return g_value_get_string (gvalue) != NULL ? g_variant_new_string (g_value_get_string (gvalue)) : NULL;
    }
}

static void
record_get_field_property (GObject *object, guint prop_id, GValue *gvalue, GParamSpec *pspec)
{
  YzRecord *self = YZ_RECORD (object);
  guint index = prop_id - PROP_FIRST_FIELD;

  value_to_gvalue (&YZ_RECORD_GET_CLASS (self)->kind->fields[index], yz_record_get_at (self, index), gvalue);
}

static void
record_set_field_property (GObject *object, guint prop_id, const GValue *gvalue, GParamSpec *pspec)
{
  YzRecord *self = YZ_RECORD (object);
  guint index = prop_id - PROP_FIRST_FIELD;

  yz_record_set_at (self, index, value_from_gvalue (&YZ_RECORD_GET_CLASS (self)->kind->fields[index], gvalue));
}

static void
yz_record_get_property (GObject *object, guint prop_id, GValue *gvalue, GParamSpec *pspec)
{
  YzRecord *self = YZ_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (gvalue, yz_record_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (gvalue, yz_record_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_record_finalize (GObject *object)
{
  YzRecord *self = YZ_RECORD (object);
  YzRecordPrivate *priv = get_private (self);

  for (guint i = 0; priv->values != NULL && i < count_fields (self); i++)
    g_clear_pointer (&priv->values[i], g_variant_unref);
  g_clear_pointer (&priv->values, g_free);
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (yz_record_parent_class)->finalize (object);
}

static void
yz_record_class_init (YzRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_record_get_property;
  object_class->finalize = yz_record_finalize;

  g_object_class_install_property (object_class, PROP_ID, g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
}

static void
yz_record_init (YzRecord *self)
{
}

void
yz_record_class_install_kind (YzRecordClass *klass, const YzKind *kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->kind = kind;
  klass->properties = g_new0 (GParamSpec *, kind->n_fields);
  object_class->get_property = record_get_field_property;
  object_class->set_property = record_set_field_property;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      klass->properties[i] = field_to_pspec (&kind->fields[i]);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, klass->properties[i]);
    }
}

YzRecord *
yz_record_new_empty (const YzKind *kind, const char *id)
{
  YzRecord *self;
  YzRecordPrivate *priv;

  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  self = g_object_new (kind->get_type (), NULL);
  priv = get_private (self);
  priv->id = g_strdup (id);
  priv->values = g_new0 (GVariant *, kind->n_fields);
  return self;
}

YzRecord *
yz_record_new (const YzKind *kind, const char *id)
{
  YzRecord *self = yz_record_new_empty (kind, id);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].initial != NULL)
      yz_record_parse (self, kind->fields[i].name, kind->fields[i].initial, NULL);
  return self;
}

YzRecord *
yz_record_copy (YzRecord *self)
{
  YzRecord *copy;

  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);

  copy = yz_record_copy_as (self, yz_record_get_id (self));
  get_private (copy)->deleted_at = get_private (self)->deleted_at;
  return copy;
}

YzRecord *
yz_record_copy_as (YzRecord *self, const char *id)
{
  YzRecord *copy;
  GVariant **values;

  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);

  copy = yz_record_new_empty (yz_record_get_kind (self), id);
  values = get_private (self)->values;
  for (guint i = 0; i < count_fields (self); i++)
    get_private (copy)->values[i] = values[i] != NULL ? g_variant_ref (values[i]) : NULL;
  return copy;
}

const YzKind *
yz_record_get_kind (YzRecord *self)
{
  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);
  return YZ_RECORD_GET_CLASS (self)->kind;
}

const char *
yz_record_get_id (YzRecord *self)
{
  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);
  return get_private (self)->id;
}

const char *
yz_record_get_title (YzRecord *self)
{
  const char *title;

  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);

  title = yz_record_get_text (self, yz_record_get_kind (self)->title_field);
  return title != NULL ? title : "";
}

void
yz_record_prefix_error (YzRecord *self, GError **error)
{
  const char *title;

  g_return_if_fail (YZ_IS_RECORD (self));

  title = yz_record_get_title (self);
  g_prefix_error (error, "%s: ", *title != '\0' ? title : _ (yz_record_get_kind (self)->title));
}

gint64
yz_record_get_deleted_at (YzRecord *self)
{
  g_return_val_if_fail (YZ_IS_RECORD (self), 0);
  return get_private (self)->deleted_at;
}

void
yz_record_set_deleted_at (YzRecord *self, gint64 deleted_at)
{
  g_return_if_fail (YZ_IS_RECORD (self));
  get_private (self)->deleted_at = deleted_at;
}

GVariant *
yz_record_get_at (YzRecord *self, guint index)
{
  g_return_val_if_fail (YZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (index < count_fields (self), NULL);
  return get_private (self)->values[index];
}

/* An empty text is no value: "" and NULL would otherwise be two kinds of nothing. */
static gboolean
is_nothing (GVariant *value)
{
  GVariantClass class = g_variant_classify (value);

  if (class == G_VARIANT_CLASS_STRING)
    return *g_variant_get_string (value, NULL) == '\0';
  return class == G_VARIANT_CLASS_ARRAY && g_variant_n_children (value) == 0;
}

void
yz_record_set_at (YzRecord *self, guint index, GVariant *value)
{
  g_autoptr (GVariant) held = value != NULL ? g_variant_ref_sink (value) : NULL;
  YzRecordPrivate *priv;
  const YzField *field;

  g_return_if_fail (YZ_IS_RECORD (self));
  g_return_if_fail (index < count_fields (self));

  priv = get_private (self);
  field = &YZ_RECORD_GET_CLASS (self)->kind->fields[index];
  g_return_if_fail (held == NULL || g_variant_is_of_type (held, yz_field_get_variant_type (field)));

  if (held != NULL && is_nothing (held))
    g_clear_pointer (&held, g_variant_unref);
  if (yz_field_equal (priv->values[index], held))
    return;

  priv->sound = FALSE;
  g_clear_pointer (&priv->values[index], g_variant_unref);
  priv->values[index] = g_steal_pointer (&held);
  g_object_notify_by_pspec (G_OBJECT (self), YZ_RECORD_GET_CLASS (self)->properties[index]);
  if (g_str_equal (field->name, YZ_RECORD_GET_CLASS (self)->kind->title_field))
    g_object_notify (G_OBJECT (self), "title");
}

static const YzField *
find_field (YzRecord *self, const char *name)
{
  return yz_kind_find_field (yz_record_get_kind (self), name);
}

GVariant *
yz_record_get (YzRecord *self, const char *name)
{
  const YzField *field = find_field (self, name);

  g_return_val_if_fail (field != NULL, NULL);
  return yz_record_get_at (self, yz_kind_get_index (yz_record_get_kind (self), field));
}

void
yz_record_set (YzRecord *self, const char *name, GVariant *value)
{
  const YzField *field = find_field (self, name);

  g_return_if_fail (field != NULL);
  yz_record_set_at (self, yz_kind_get_index (yz_record_get_kind (self), field), value);
}

gboolean
yz_record_parse (YzRecord *self, const char *name, const char *text, GError **error)
{
  const YzField *field = find_field (self, name);
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (field != NULL, FALSE);

  if (!yz_field_parse (field, text, &value, error))
    return FALSE;
  yz_record_set (self, name, value);
  return TRUE;
}

const char *
yz_record_get_text (YzRecord *self, const char *name)
{
  GVariant *value = yz_record_get (self, name);

  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

gint64
yz_record_get_integer (YzRecord *self, const char *name)
{
  GVariant *value = yz_record_get (self, name);

  return value != NULL ? g_variant_get_int64 (value) : 0;
}

double
yz_record_get_real (YzRecord *self, const char *name)
{
  GVariant *value = yz_record_get (self, name);

  return value != NULL ? g_variant_get_double (value) : NAN;
}

gboolean
yz_record_get_boolean (YzRecord *self, const char *name)
{
  GVariant *value = yz_record_get (self, name);

  return value != NULL && g_variant_get_boolean (value);
}

void
yz_record_set_text (YzRecord *self, const char *name, const char *text)
{
  yz_record_set (self, name, text != NULL ? g_variant_new_string (text) : NULL);
}

void
yz_record_set_real (YzRecord *self, const char *name, double value)
{
  yz_record_set (self, name, isfinite (value) ? g_variant_new_double (value) : NULL);
}

GHashTable *
yz_record_sound_maps_new (void)
{
  return g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_variant_unref, NULL);
}

/* A map is many values: looking into it costs more than all other fields of a record. */
static gboolean
check_value (const YzField *field, GVariant *value, GHashTable *sound_maps, GError **error)
{
  if (sound_maps == NULL || value == NULL || field->type != YZ_FIELD_MAP)
    return yz_field_check (field, value, error);
  if (g_hash_table_lookup (sound_maps, value) == field)
    return TRUE;
  if (!yz_field_check (field, value, error))
    return FALSE;
  if (g_hash_table_size (sound_maps) < MAX_SOUND_MAPS)
    g_hash_table_insert (sound_maps, g_variant_ref (value), (gpointer) field);
  return TRUE;
}

static gboolean
check_field (const YzField *field, GVariant *value, GHashTable *sound_maps, GError **error)
{
  if (value == NULL && (field->flags & YZ_FIELD_REQUIRED) != 0)
    {
      g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED, _ ("%s is missing"), _ (field->title));
      return FALSE;
    }
  if (check_value (field, value, sound_maps, error))
    return TRUE;

  g_prefix_error (error, "%s: ", _ (field->title));
  return FALSE;
}

gboolean
yz_record_check (YzRecord *self, YzRecord *before, GError **error)
{
  return yz_record_check_of_many (self, before, NULL, error);
}

gboolean
yz_record_check_of_many (YzRecord *self, YzRecord *before, GHashTable *sound_maps, GError **error)
{
  const YzKind *kind = yz_record_get_kind (self);
  YzRecordPrivate *priv = get_private (self);

  /* the rows of a list are checked where they are judged, and again where they are written */
  if (before == NULL && priv->sound)
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!check_field (&kind->fields[i], priv->values[i], sound_maps, error))
      return FALSE;
  if (kind->check != NULL && !kind->check (before, self, error))
    return FALSE;
  priv->sound = before == NULL;
  return TRUE;
}

gboolean
yz_record_equal (YzRecord *a, YzRecord *b)
{
  g_return_val_if_fail (yz_record_get_kind (a) == yz_record_get_kind (b), FALSE);

  for (guint i = 0; i < count_fields (a); i++)
    if (!yz_field_equal (yz_record_get_at (a, i), yz_record_get_at (b, i)))
      return FALSE;
  return TRUE;
}
