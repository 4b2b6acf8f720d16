#include "config.h"

#include "yz-import-rows.h"

#include "yz-import-words.h"
#include "yz-kinds.h"
#include "yz-list-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _YzImportRow
{
  GObject parent_instance;

  guint index;
  guint number;
  YzImportOutcome outcome;
  YzImportDecision decision;
  char *name;
  char *fields;
  char *before;
  char *after;
  char *reason;
  char *handling;
};

G_DEFINE_FINAL_TYPE (YzImportRow, yz_import_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_NUMBER = 1,
  PROP_OUTCOME,
  PROP_WORD,
  PROP_NAME,
  PROP_FIELDS,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_REASON,
  PROP_HANDLING,
} YzImportRowProperty;

static GParamSpec *properties[PROP_HANDLING + 1];

static void
yz_import_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzImportRow *self = YZ_IMPORT_ROW (object);

  switch ((YzImportRowProperty) prop_id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_OUTCOME:
      g_value_set_int (value, self->outcome);
      break;
    case PROP_WORD:
      g_value_set_string (value, yz_import_outcome_get_title (self->outcome));
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_FIELDS:
      g_value_set_string (value, self->fields);
      break;
    case PROP_BEFORE:
      g_value_set_string (value, self->before);
      break;
    case PROP_AFTER:
      g_value_set_string (value, self->after);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_HANDLING:
      g_value_set_string (value, self->handling);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_import_row_finalize (GObject *object)
{
  YzImportRow *self = YZ_IMPORT_ROW (object);

  g_free (self->name);
  g_free (self->fields);
  g_free (self->before);
  g_free (self->after);
  g_free (self->reason);
  g_free (self->handling);

  G_OBJECT_CLASS (yz_import_row_parent_class)->finalize (object);
}

static void
yz_import_row_class_init (YzImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_import_row_get_property;
  object_class->finalize = yz_import_row_finalize;

  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_OUTCOME] = g_param_spec_int ("outcome", NULL, NULL, 0, YZ_N_IMPORT_OUTCOMES, 0, flags);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_FIELDS] = g_param_spec_string ("fields", NULL, NULL, NULL, flags);
  properties[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);
  properties[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_HANDLING] = g_param_spec_string ("handling", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_import_row_init (YzImportRow *self)
{
}

/* "Opening hours, Telephone", "8:30-18:00 · 0999-1" and the same for the new values */
static void
describe_changes (YzImportRow *self, YzImportPlan *plan, YzRecord *before, YzRecord *after)
{
  const YzKind *kind = yz_record_get_kind (after);
  g_autoptr (GString) fields = g_string_new (NULL);
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      const char *separator = fields->len > 0 ? " · " : "";
      g_autofree char *old_text = yz_import_plan_value_to_words (plan, field, yz_record_get_at (before, i));
      g_autofree char *new_text = yz_import_plan_value_to_words (plan, field, yz_record_get_at (after, i));

      if (yz_field_equal (yz_record_get_at (before, i), yz_record_get_at (after, i)))
        continue;
      g_string_append_printf (fields, "%s%s", separator, _ (field->title));
      g_string_append_printf (old, "%s%s", separator, *old_text != '\0' ? old_text : _ ("(empty)"));
      g_string_append_printf (new, "%s%s", separator, *new_text != '\0' ? new_text : _ ("(empty)"));
    }
  self->fields = g_strdup (fields->str);
  self->before = g_strdup (old->str);
  self->after = g_strdup (new->str);
}

/* Of a station, the fields that tell it from others; of what has fewer fields, all. */
static gboolean
is_told (const YzKind *kind, const YzField *field)
{
  static const char *const told[] = { "address", "hours", "hours_text", "phones", "state", NULL };

  if (kind == &yz_station_kind)
    return g_strv_contains (told, field->name);
  return (field->flags & YZ_FIELD_INTERNAL) == 0 && !g_str_equal (field->name, kind->title_field);
}

static void
describe_new (YzImportRow *self, YzImportPlan *plan, YzRecord *record)
{
  const YzKind *kind = yz_record_get_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const YzField *field = &kind->fields[i];
      g_autofree char *value = yz_import_plan_value_to_words (plan, field, yz_record_get_at (record, i));

      if (*value == '\0' || !is_told (kind, field) ||
          (g_str_equal (field->name, "hours_text") && yz_record_get (record, "hours") != NULL))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  self->after = g_strdup (text->str);
}

static const char *
get_handling (YzImportPlan *plan, guint index)
{
  switch (yz_import_plan_get_outcome (plan, index))
    {
    case YZ_IMPORT_NEW:
    case YZ_IMPORT_CHANGED:
      return _ ("will be written");
    case YZ_IMPORT_SAME:
      return _ ("stays");
    case YZ_IMPORT_REFUSED:
      return _ ("mend and try again");
    case YZ_IMPORT_DUPLICATE:
    default:
      break;
    }

  switch (yz_import_plan_get_decision (plan, index))
    {
    case YZ_IMPORT_MERGE:
      return _ ("fills the gaps");
    case YZ_IMPORT_SEPARATE:
      return _ ("two records");
    case YZ_IMPORT_SKIP:
      return _ ("left out");
    case YZ_IMPORT_UNDECIDED:
    default:
      return _ ("to be decided");
    }
}

/* The number of the row has a column of its own beside it. */
static char *
dup_short_reason (YzImportPlan *plan, guint index, guint number)
{
  g_autofree char *reason = yz_import_plan_get_reason (plan, index);
  g_autofree char *prefix = g_strdup_printf (_ ("Row %u: %s"), number, "");
  g_autofree char *other = NULL, *shared = NULL;
  g_auto (GStrv) words = NULL;
  YzMatch match;
  guint other_row;

  if (!yz_import_plan_get_match (plan, index, &match, &other_row))
    return g_strdup (reason != NULL && g_str_has_prefix (reason, prefix) ? reason + strlen (prefix) : reason);
  other = yz_match_dup_other (plan, index, other_row);
  words = yz_match_dup_words (&match);
  shared = g_strjoinv (_ (", "), words);
  /* Translators: what a row may be, and what the two share: "“Riverside”: 24 m apart, same telephone" */
  return g_strdup_printf (C_ ("double", "%s: %s"), other, shared);
}

/* What happens to the row, and how much was met in its cells that somebody should look at. */
static char *
dup_handling (YzImportPlan *plan, guint index, const YzSheetRow *row)
{
  const char *handling = get_handling (plan, index);
  guint n = row->findings != NULL ? row->findings->len : 0;
  g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);

  if (n == 0 || yz_import_plan_get_outcome (plan, index) == YZ_IMPORT_REFUSED)
    return g_strdup (handling);
  return g_strdup_printf ("%s · %s", handling, notes);
}

static YzImportRow *
import_row_new (YzImportPlan *plan, guint index)
{
  YzImportRow *self = g_object_new (YZ_TYPE_IMPORT_ROW, NULL);
  g_autoptr (YzRecord) before = NULL;
  g_autoptr (YzRecord) after = NULL;
  g_autoptr (YzSheetRow) row = yz_import_plan_read_row (plan, index);
  const YzField *title = yz_kind_find_field (row->kind, row->kind->title_field);
  GVariant *name = yz_sheet_row_get (row, title->name);

  self->index = index;
  self->number = yz_sheet_get_row_number (yz_import_plan_get_table (plan), index);
  self->outcome = yz_import_plan_get_outcome (plan, index);
  self->decision = yz_import_plan_get_decision (plan, index);
  self->reason = dup_short_reason (plan, index, self->number);
  self->handling = dup_handling (plan, index, row);
  self->name = name != NULL ? yz_import_plan_value_to_words (plan, title, name) : g_strdup (_ ("(empty)"));
  if (self->outcome != YZ_IMPORT_NEW && self->outcome != YZ_IMPORT_CHANGED)
    return self;

  after = yz_import_plan_load_result (plan, index, &before);
  if (after != NULL && before != NULL)
    describe_changes (self, plan, before, after);
  else if (after != NULL)
    describe_new (self, plan, after);
  return self;
}

guint
yz_import_row_get_index (YzImportRow *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT_ROW (self), 0);
  return self->index;
}

YzImportOutcome
yz_import_row_get_outcome (YzImportRow *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT_ROW (self), YZ_IMPORT_REFUSED);
  return self->outcome;
}

gboolean
yz_import_row_is_undecided (YzImportRow *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT_ROW (self), FALSE);
  return self->outcome == YZ_IMPORT_DUPLICATE && self->decision == YZ_IMPORT_UNDECIDED;
}

struct _YzImportRows
{
  GObject parent_instance;

  YzImportPlan *plan; /* not owned */
  GArray *indexes;    /* of guint */
  int shown;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzImportRows, yz_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
import_rows_get_item_type (GListModel *model)
{
  return YZ_TYPE_IMPORT_ROW;
}

static guint
import_rows_get_n_items (GListModel *model)
{
  return YZ_IMPORT_ROWS (model)->indexes->len;
}

static gpointer
import_rows_get_item (GListModel *model, guint position)
{
  YzImportRows *self = YZ_IMPORT_ROWS (model);

  if (position >= self->indexes->len)
    return NULL;
  return import_row_new (self->plan, g_array_index (self->indexes, guint, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = import_rows_get_item_type;
  iface->get_n_items = import_rows_get_n_items;
  iface->get_item = import_rows_get_item;
}

static void
yz_import_rows_finalize (GObject *object)
{
  g_array_unref (YZ_IMPORT_ROWS (object)->indexes);
  G_OBJECT_CLASS (yz_import_rows_parent_class)->finalize (object);
}

static void
yz_import_rows_class_init (YzImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_import_rows_finalize;
}

static void
yz_import_rows_init (YzImportRows *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = -1;
}

YzImportRows *
yz_import_rows_new (void)
{
  return g_object_new (YZ_TYPE_IMPORT_ROWS, NULL);
}

static void
collect (YzImportRows *self)
{
  /* first what wants a person */
  static const YzImportOutcome order[YZ_N_IMPORT_OUTCOMES] = { YZ_IMPORT_DUPLICATE, YZ_IMPORT_REFUSED,
                                                               YZ_IMPORT_CHANGED, YZ_IMPORT_NEW, YZ_IMPORT_SAME };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (self->shown >= 0 && order[i] != (YzImportOutcome) self->shown)
        continue;
      for (guint row = 0; row < yz_import_plan_get_n_rows (self->plan); row++)
        if (yz_import_plan_get_outcome (self->plan, row) == order[i])
          g_array_append_val (self->indexes, row);
    }
}

static void
rebuild (YzImportRows *self)
{
  guint removed = self->indexes->len;

  g_array_set_size (self->indexes, 0);
  if (self->plan != NULL)
    collect (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->indexes->len);
}

void
yz_import_rows_set_plan (YzImportRows *self, YzImportPlan *plan)
{
  g_return_if_fail (YZ_IS_IMPORT_ROWS (self));

  self->plan = plan;
  rebuild (self);
}

void
yz_import_rows_set_shown (YzImportRows *self, int outcome)
{
  g_return_if_fail (YZ_IS_IMPORT_ROWS (self));

  self->shown = outcome;
  rebuild (self);
}

void
yz_import_rows_refresh (YzImportRows *self, guint index)
{
  g_return_if_fail (YZ_IS_IMPORT_ROWS (self));

  for (guint i = 0; i < self->indexes->len; i++)
    if (g_array_index (self->indexes, guint, i) == index)
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
}

void
yz_import_rows_refresh_all (YzImportRows *self)
{
  g_return_if_fail (YZ_IS_IMPORT_ROWS (self));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->indexes->len, self->indexes->len);
}
