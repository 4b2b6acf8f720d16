#include "config.h"

#include "yz-map-field.h"

#include "yz-elements.h"
#include "yz-finder.h"

#include <glib/gi18n.h>

#define COLUMNS 2

struct _YzMapField
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  YzFinder *finder;
  YzDraft *draft;
  const YzField *field;
};

G_DEFINE_FINAL_TYPE (YzMapField, yz_map_field, GTK_TYPE_WIDGET)

/* The value with one key in another state; what is known of the others, and since when, stays. */
static GVariant *
replace_entry (const YzField *field, GVariant *value, const char *key, const char *state)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) entry = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  g_variant_builder_add (&builder, "{s(ss)}", key, state != NULL ? state : "", "");
  entry = g_variant_ref_sink (g_variant_builder_end (&builder));
  return state != NULL ? yz_elements_add (field, value, entry) : yz_elements_remove (field, value, entry);
}

static void
on_selected_changed (GtkDropDown *drop_down, GParamSpec *pspec, YzMapField *self)
{
  const char *key = g_object_get_data (G_OBJECT (drop_down), "key");
  guint selected = gtk_drop_down_get_selected (drop_down);
  GVariant *old = yz_record_get (yz_draft_get_record (self->draft), self->field->name);
  /* the first entry of the drop-down is "not offered" */
  const char *state = selected > 0 ? self->field->choices[selected - 1].nick : NULL;
  g_autoptr (GVariant) value = replace_entry (self->field, old, key, state);

  yz_draft_set_value (self->draft, self->field->name, value);
}

static guint
find_selected (YzMapField *self, const char *key)
{
  GVariant *value = yz_record_get (yz_draft_get_record (self->draft), self->field->name);
  const char *state, *since;

  if (value == NULL || !g_variant_lookup (value, key, "(&s&s)", &state, &since))
    return 0;
  for (guint i = 0; self->field->choices[i].nick != NULL; i++)
    if (g_str_equal (self->field->choices[i].nick, state))
      return i + 1;
  return 0;
}

static GtkWidget *
make_entry (YzMapField *self, const char *key, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (titles, _ ("—"));
  for (const YzChoice *choice = self->field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (titles, _ (choice->title));

  drop_down = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), find_selected (self, key));
  g_object_set_data_full (G_OBJECT (drop_down), "key", g_strdup (key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected_changed), self, 0);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  return box;
}

static void
on_answered (YzMapField *self)
{
  GListModel *list = G_LIST_MODEL (yz_finder_get_list (self->finder));
  int n_shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YzRecord) record = g_list_model_get_item (list, i);
      const char *code = yz_record_get_text (record, "code");

      if (code == NULL)
        continue;
      gtk_grid_attach (GTK_GRID (self->grid), make_entry (self, code, yz_record_get_title (record)), n_shown % COLUMNS,
                       n_shown / COLUMNS, 1, 1);
      n_shown++;
    }
}

static void
ask (YzMapField *self)
{
  const YzKind *kind = yz_kinds_find (self->field->ref_kind);
  g_autoptr (YzQuery) query = yz_query_new (kind);

  if (yz_kind_find_field (kind, "position") != NULL)
    yz_query_set_order (query, "position", FALSE);
  yz_finder_ask (self->finder, query);
}

static void
yz_map_field_dispose (GObject *object)
{
  YzMapField *self = YZ_MAP_FIELD (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (yz_map_field_parent_class)->dispose (object);
}

static void
yz_map_field_class_init (YzMapFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yz_map_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yz_map_field_init (YzMapField *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
yz_map_field_new (YzDraft *draft, const YzField *field, YzSession *session)
{
  YzMapField *self;

  g_return_val_if_fail (YZ_IS_DRAFT (draft), NULL);

  self = g_object_new (YZ_TYPE_MAP_FIELD, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  self->finder = yz_finder_new (session, yz_kinds_find (field->ref_kind));
  g_signal_connect_object (self->finder, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}
