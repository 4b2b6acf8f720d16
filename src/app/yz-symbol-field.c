#include "config.h"

#include "yz-symbol-field.h"

#include "yz-service-catalogue.h"

#include <glib/gi18n.h>

static const char *
get_symbol (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

static void
set_up_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new ();

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  const char *symbol = get_symbol (item);
  const char *word = yz_service_symbol_get_word (symbol);

  gtk_widget_set_visible (image, *symbol != '\0');
  gtk_image_set_from_icon_name (GTK_IMAGE (image), symbol);
  gtk_label_set_label (GTK_LABEL (label), word != NULL ? word : *symbol != '\0' ? symbol : _ ("(not said)"));
}

static GtkListItemFactory *
make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  return factory;
}

/* Returns: (transfer full): none, those of the catalogue, and @present where it is another */
static GtkStringList *
list_symbols (const char *present)
{
  GtkStringList *symbols = gtk_string_list_new (NULL);
  guint n_seeds;
  const YzServiceSeed *seeds = yz_service_catalogue (&n_seeds);

  gtk_string_list_append (symbols, "");
  for (guint i = 0; i < n_seeds; i++)
    gtk_string_list_take (symbols, g_strdup_printf ("yz-service-%s-symbolic", seeds[i].code));
  if (*present != '\0' && yz_service_symbol_get_word (present) == NULL)
    gtk_string_list_append (symbols, present);
  return symbols;
}

static void
on_selected (GtkDropDown *drop_down, GParamSpec *pspec, YzDraft *draft)
{
  const YzField *field = g_object_get_data (G_OBJECT (drop_down), "field");
  GtkStringObject *symbol = gtk_drop_down_get_selected_item (drop_down);

  yz_draft_set_text (draft, field->name, symbol != NULL ? gtk_string_object_get_string (symbol) : "");
}

GtkWidget *
yz_symbol_field_new (YzDraft *draft, const YzField *field)
{
  g_autofree char *present = yz_draft_dup_text (draft, field->name);
  GtkStringList *symbols = list_symbols (present);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (symbols), NULL);
  g_autoptr (GtkListItemFactory) factory = make_factory ();

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (symbols)); i++)
    if (g_str_equal (gtk_string_list_get_string (symbols, i), present))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  g_object_set_data (G_OBJECT (drop_down), "field", (gpointer) field);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), draft, 0);
  return drop_down;
}
