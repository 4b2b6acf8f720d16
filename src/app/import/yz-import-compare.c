#include "config.h"

#include "yz-import-compare.h"

#include "yz-import-pair-map.h"
#include "yz-kinds.h"
#include "yz-list-report.h"
#include "yz-mask.h"

#include <glib/gi18n.h>
#include <math.h>

struct _YzImportCompare
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkLabel *title_label;
  GtkLabel *number_label;
  YzImportPairMap *pair_map;
  GtkWidget *tags;
  GtkGrid *grid;
  GtkWidget *decisions;
  GtkLabel *reason_label;
};

G_DEFINE_FINAL_TYPE (YzImportCompare, yz_import_compare, GTK_TYPE_WIDGET)

static void
yz_import_compare_dispose (GObject *object)
{
  g_clear_pointer (&YZ_IMPORT_COMPARE (object)->scrolled, gtk_widget_unparent);
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
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, title_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, number_label);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, pair_map);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, tags);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, grid);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, decisions);
  gtk_widget_class_bind_template_child (widget_class, YzImportCompare, reason_label);
}

static void
yz_import_compare_init (YzImportCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    if (GTK_IS_GRID (container))
      gtk_grid_remove (GTK_GRID (container), child);
    else
      gtk_box_remove (GTK_BOX (container), child);
}

static void
add_tag (YzImportCompare *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "yz-tag");
  gtk_box_append (GTK_BOX (self->tags), label);
}

static void
show_match (YzImportCompare *self, const YzMatch *match)
{
  g_autofree char *likeness = g_strdup_printf (_ ("names alike %.0f %%"), match->likeness * 100);

  if (!isnan (match->metres))
    {
      g_autofree char *apart = g_strdup_printf (_ ("%.0f m apart"), match->metres);

      add_tag (self, apart);
    }
  add_tag (self, match->same_name ? _ ("same name") : likeness);
  if (match->same_phone)
    add_tag (self, _ ("same telephone"));
  if (match->same_address)
    add_tag (self, _ ("same address"));
  if (match->same_code)
    add_tag (self, _ ("same code"));
}

static GtkWidget *
make_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
format_value (const YzField *field, GVariant *value)
{
  g_autoptr (GVariant) shown = yz_mask_value (field, value);

  return yz_field_format (field, shown);
}

/* One line for each field that either has: A as it is, B as the list has it, amber where they differ. */
static int
add_field (YzImportCompare *self, int line, YzRecord *known, const YzSheetRow *row, const YzField *field)
{
  g_autofree char *a = known != NULL ? format_value (field, yz_record_get (known, field->name)) : g_strdup ("");
  g_autofree char *b = format_value (field, yz_sheet_row_get (row, field->name));
  gboolean differs = *b != '\0' && !g_str_equal (a, b);

  if (*a == '\0' && *b == '\0')
    return line;
  gtk_grid_attach (self->grid, make_cell (_ (field->title), "yz-second"), 0, line, 1, 1);
  gtk_grid_attach (self->grid, make_cell (a, NULL), 1, line, 1, 1);
  gtk_grid_attach (self->grid, make_cell (b, differs ? "yz-asking" : NULL), 2, line, 1, 1);
  return line + 1;
}

static void
fill_grid (YzImportCompare *self, YzRecord *known, const YzSheetRow *row)
{
  gboolean has_code = yz_kind_find_field (row->kind, "code") != NULL;
  const char *code = known != NULL && has_code ? yz_record_get_text (known, "code") : NULL;
  g_autofree char *head = g_strdup_printf (_ ("A  there already %s"), code != NULL ? code : "");
  int line = 1;

  gtk_grid_attach (self->grid, make_cell (known != NULL ? head : "", "yz-section-title"), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, make_cell (_ ("B  in the list"), "yz-section-title"), 2, 0, 1, 1);
  for (guint i = 0; i < row->kind->n_fields; i++)
    if ((row->kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0)
      line = add_field (self, line, known, row, &row->kind->fields[i]);
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

void
yz_import_compare_show (YzImportCompare *self, YzImport *import, YzImportRow *import_row)
{
  YzImportPlan *plan = yz_import_get_plan (import);
  g_autoptr (YzSheetRow) row = NULL;
  g_autoptr (YzRecord) known = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *number = NULL;
  guint index, shown_number, other;
  YzMatch match;

  g_return_if_fail (YZ_IS_IMPORT_COMPARE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL && import_row != NULL);
  clear (GTK_WIDGET (self->grid));
  clear (self->tags);
  gtk_widget_set_visible (GTK_WIDGET (self->pair_map), FALSE);
  if (plan == NULL || import_row == NULL)
    return;

  index = yz_import_row_get_index (import_row);
  row = yz_import_plan_read_row (plan, index);
  known = yz_import_plan_load_known (plan, index);
  g_object_get (import_row, "reason", &reason, "number", &shown_number, NULL);
  number = g_strdup_printf (_ ("row %u"), shown_number);
  gtk_label_set_label (self->title_label, yz_import_outcome_get_title (yz_import_row_get_outcome (import_row)));
  gtk_label_set_label (self->number_label, number);
  if (yz_import_plan_get_match (plan, index, &match, &other))
    {
      g_autoptr (YzRecord) before = NULL;

      show_match (self, &match);
      /* the double of another row of the list, which may not be written yet */
      if (known == NULL && other != YZ_SHEET_NONE)
        known = yz_import_plan_load_result (plan, other, &before);
      show_map (self, yz_import_get_session (import), known, row);
    }
  fill_grid (self, known, row);
  show_findings (self, row, reason);
  gtk_widget_set_visible (self->decisions, yz_import_row_get_outcome (import_row) == YZ_IMPORT_DUPLICATE);
}
