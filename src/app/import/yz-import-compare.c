#include "config.h"

#include "yz-import-compare.h"

#include "yz-import-pair-map.h"
#include "yz-kinds.h"
#include "yz-list-report.h"
#include "yz-import-words.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

struct _YzImportCompare
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *number_label;
  YzImportPairMap *pair_map;
  GtkWidget *tags;
  GtkGrid *grid;
  GtkWidget *decisions;
  GtkWidget *next_button;
  GtkLabel *reason_label;
  GtkLabel *rest_label;
  GtkWidget *rest_buttons;
  GtkWidget *take_back_button;
};

G_DEFINE_FINAL_TYPE (YzImportCompare, yz_import_compare, GTK_TYPE_WIDGET)

static void
yz_import_compare_dispose (GObject *object)
{
  g_clear_pointer (&YZ_IMPORT_COMPARE (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (yz_import_compare_parent_class)->dispose (object);
}

static void
yz_import_compare_class_init (YzImportCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_import_compare_dispose;
  g_type_ensure (YZ_TYPE_IMPORT_PAIR_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/import/yz-import-compare.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, content);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, number_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, pair_map);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, tags);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, grid);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, decisions);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, next_button);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, reason_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, rest_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, rest_buttons);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, take_back_button);
}

static void
yz_import_compare_init (YzImportCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_cell (const char *text, const char *style)
{
  GtkWidget *label = yz_widgets_make_wrapped_label (text, style);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* Whether a line would only repeat what the map shows. */
static gboolean
is_on_map (YzImportCompare *self, const YzField *field)
{
  static const char *const shown[] = { "lon", "lat", "datum", "accuracy", NULL };

  return gtk_widget_get_visible (GTK_WIDGET (self->pair_map)) && g_strv_contains (shown, field->name);
}

/* One line for each field that the list has: A as it is, B as the list has it, amber where they differ. */
static int
add_field (YzImportCompare *self, int line, YzImportPlan *plan, YzRecord *known, const YzSheetRow *row,
           const YzField *field)
{
  GVariant *value = known != NULL ? yz_record_get (known, field->name) : NULL;
  g_autofree char *a = yz_import_plan_value_to_words (plan, field, value);
  g_autofree char *b = yz_import_plan_value_to_words (plan, field, yz_sheet_row_get (row, field->name));
  gboolean differs = known != NULL && !g_str_equal (a, b);

  if (*b == '\0' || (field->flags & YZ_FIELD_INTERNAL) != 0 || is_on_map (self, field))
    return line;
  gtk_grid_attach (self->grid, make_cell (_ (field->title), "yz-second"), 0, line, 1, 1);
  if (known != NULL)
    gtk_grid_attach (self->grid, make_cell (a, NULL), 1, line, 1, 1);
  gtk_grid_attach (self->grid, make_cell (b, differs ? "yz-asking" : NULL), known != NULL ? 2 : 1, line, 1, 1);
  return line + 1;
}

/* @a: (nullable): what the known one is */
static void
fill_grid (YzImportCompare *self, YzImportPlan *plan, const char *a, YzRecord *known, const YzSheetRow *row)
{
  int line = 0;

  if (known != NULL)
    {
      gtk_grid_attach (self->grid, make_cell (a, "yz-section-title"), 1, line, 1, 1);
      gtk_grid_attach (self->grid, make_cell (_ ("B  in the list"), "yz-section-title"), 2, line++, 1, 1);
    }
  for (guint i = 0; i < row->kind->n_fields; i++)
    line = add_field (self, line, plan, known, row, &row->kind->fields[i]);
}

static char *
format_known_head (YzRecord *known)
{
  gboolean has_code = yz_kind_find_field (yz_record_get_kind (known), "code") != NULL;
  const char *code = has_code ? yz_record_get_text (known, "code") : NULL;

  return g_strdup_printf (_ ("A  there already %s"), code != NULL ? code : "");
}

static gboolean
get_position (GVariant *lon, GVariant *lat, YzPosition *position)
{
  if (lon == NULL || lat == NULL)
    return FALSE;
  *position = (YzPosition){ g_variant_get_double (lon), g_variant_get_double (lat) };
  return TRUE;
}

/* Where both are, if both say so. */
static void
show_map (YzImportCompare *self, YzSession *session, YzRecord *known, const YzSheetRow *row)
{
  gboolean has_places = known != NULL && yz_kind_find_field (row->kind, "lon") != NULL;
  YzPosition a, b;

  has_places = has_places && get_position (yz_record_get (known, "lon"), yz_record_get (known, "lat"), &a) &&
               get_position (yz_sheet_row_get (row, "lon"), yz_sheet_row_get (row, "lat"), &b);
  gtk_widget_set_visible (GTK_WIDGET (self->pair_map), has_places);
  if (has_places)
    yz_import_pair_map_show (self->pair_map, session, a, b);
}

/* What was met in the cells; that the row may be double is said above already. */
static void
show_findings (YzImportCompare *self, const YzSheetRow *row, const char *reason)
{
  g_autoptr (GString) text = g_string_new (reason);

  for (guint i = 0; row->findings != NULL && i < row->findings->len; i++)
    {
      const YzFinding *finding = g_ptr_array_index (row->findings, i);

      if (g_strcmp0 (finding->message, reason) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", finding->message);
    }
  gtk_label_set_label (self->reason_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), text->len > 0);
}

/* "Possible duplicate 2/5" */
static void
show_title (YzImportCompare *self, YzImportPlan *plan, guint index, guint number)
{
  YzImportOutcome outcome = yz_import_plan_get_outcome (plan, index);
  const char *word = yz_import_outcome_get_title (outcome);
  g_autofree char *row = g_strdup_printf (_ ("row %u"), number);
  g_autofree char *title = NULL;
  guint place = 0;

  for (guint i = 0; i <= index; i++)
    if (yz_import_plan_get_outcome (plan, i) == outcome)
      place++;
  title = g_strdup_printf ("%s %u/%u", word, place, yz_import_plan_count (plan, outcome));
  gtk_label_set_label (self->title_label, outcome == YZ_IMPORT_DUPLICATE ? title : word);
  gtk_label_set_label (self->number_label, row);
  gtk_widget_set_visible (self->decisions, outcome == YZ_IMPORT_DUPLICATE);
  gtk_widget_set_visible (self->next_button, yz_import_plan_count (plan, outcome) > 1);
}

/* One answer for all that are left, if they are several, and how to take it back. */
static void
show_rest (YzImportCompare *self, YzImport *import)
{
  g_autofree char *text = NULL;
  guint n_undecided, n_together;

  g_object_get (import, "n-undecided", &n_undecided, "n-together", &n_together, NULL);
  if (n_undecided > 1)
    text = g_strdup_printf (ngettext ("The same for the %u that is left:", "The same for all %u that are left:",
                                      n_undecided),
                            n_undecided);
  else if (n_together > 0)
    text = g_strdup_printf (ngettext ("%u was decided by one answer", "%u were decided by one answer", n_together),
                            n_together);
  gtk_label_set_label (self->rest_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), text != NULL);
  gtk_widget_set_visible (self->rest_buttons, n_undecided > 1);
  gtk_widget_set_visible (self->take_back_button, n_undecided <= 1 && n_together > 0);
}

static void
show_duplicate (YzImportCompare *self, YzImport *import, guint index, const YzSheetRow *row)
{
  YzImportPlan *plan = yz_import_get_plan (import);
  YzSession *session = yz_import_get_session (import);
  g_autoptr (YzRecord) known = yz_import_plan_load_known (plan, index);
  g_autoptr (YzRecord) before = NULL;
  g_autofree char *head = known != NULL ? format_known_head (known) : NULL;
  g_auto (GStrv) words = NULL;
  YzMatch match;
  guint other;

  if (!yz_import_plan_get_match (plan, index, &match, &other))
    return;
  words = yz_match_dup_words (&match);
  yz_widgets_set_tags (self->tags, (const char *const *) words);
  /* the double of another row of the list, which may not be written yet */
  if (known == NULL && other != YZ_SHEET_NONE)
    {
      known = yz_import_plan_load_result (plan, other, &before);
      head = g_strdup_printf (_ ("A  row %u"), yz_sheet_get_row_number (yz_import_plan_get_table (plan), other));
    }
  show_map (self, session, known, row);
  fill_grid (self, plan, head, known, row);
  show_findings (self, row, "");
  show_rest (self, import);
}

static void
show_other (YzImportCompare *self, YzImport *import, guint index, const YzSheetRow *row)
{
  YzImportPlan *plan = yz_import_get_plan (import);
  g_autoptr (YzRecord) known = yz_import_plan_load_known (plan, index);
  g_autofree char *head = known != NULL ? format_known_head (known) : NULL;
  g_autofree char *reason = yz_import_plan_get_reason (plan, index);

  fill_grid (self, plan, head, known, row);
  show_findings (self, row, reason);
}

void
yz_import_compare_show (YzImportCompare *self, YzImport *import, YzImportRow *import_row)
{
  YzImportPlan *plan = yz_import_get_plan (import);
  g_autoptr (YzSheetRow) row = NULL;
  guint index, number;

  g_return_if_fail (YZ_IS_IMPORT_COMPARE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL && import_row != NULL);
  yz_widgets_unparent_children (GTK_WIDGET (self->grid));
  yz_widgets_set_tags (self->tags, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pair_map), FALSE);
  if (plan == NULL || import_row == NULL)
    return;

  index = yz_import_row_get_index (import_row);
  row = yz_import_plan_read_row (plan, index);
  g_object_get (import_row, "number", &number, NULL);
  show_title (self, plan, index, number);
  if (yz_import_plan_get_outcome (plan, index) == YZ_IMPORT_DUPLICATE)
    show_duplicate (self, import, index, row);
  else
    show_other (self, import, index, row);
}
