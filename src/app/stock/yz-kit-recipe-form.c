#include "config.h"

#include "yz-kit-recipe-form.h"

#include "yz-small-form.h"
#include "yz-stock-chooser.h"
#include "yz-text.h"

#include <glib/gi18n.h>

/* So many parts there is room for in any recipe, and for one more than a recipe has already. */
#define USUAL_PARTS 6

/* A spin button has to end somewhere. */
#define USUAL_MOST 1000

typedef struct
{
  char *item; /* NULL for nothing */
  GtkSpinButton *number;
} Part;

typedef struct
{
  char *item; /* that it becomes, NULL for a new one */
  GtkEditable *name;
  Part *parts;
  guint n_parts;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->item);
  for (guint i = 0; i < writing->n_parts; i++)
    g_free (writing->parts[i].item);
  g_free (writing->parts);
  g_free (writing);
}

/* @data: "(smsa(sx))": name, item, parts */
static YzEdit *
make_recipe (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariantIter) iter = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (YzStockLine));
  YzStockLine line = { NULL, NULL, 0 };
  const char *name, *item;

  g_variant_get (data, "(&sm&sa(sx))", &name, &item, &iter);
  while (g_variant_iter_next (iter, "(&sx)", &line.item, &line.quantity))
    g_array_append_val (lines, line);
  return yz_kit_make_recipe (store, name, item, (YzStockLine *) lines->data, lines->len, error);
}

static void
unref_variant (gpointer variant)
{
  g_variant_unref (variant);
}

static void
accept_recipe (YzSmallForm *form, gpointer data)
{
  const Writing *writing = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (writing->name)));
  GVariantBuilder parts;
  GVariant *recipe;

  if (*name == '\0')
    {
      yz_small_form_refuse (form, _ ("Give it a name"));
      return;
    }
  g_variant_builder_init (&parts, G_VARIANT_TYPE ("a(sx)"));
  for (guint i = 0; i < writing->n_parts; i++)
    {
      const Part *part = &writing->parts[i];

      if (part->item == NULL)
        continue;
      gtk_spin_button_update (part->number);
      g_variant_builder_add (&parts, "(sx)", part->item, (gint64) gtk_spin_button_get_value (part->number));
    }
  recipe = g_variant_new ("(smsa(sx))", name, writing->item, &parts);
  yz_small_form_do (form, make_recipe, g_variant_ref_sink (recipe), unref_variant);
}

static void
on_part_chosen (YzStockChooser *chooser, YzRecord *record, char **part)
{
  yz_set_str (part, record != NULL ? yz_record_get_id (record) : NULL);
  g_object_set (chooser, "title", record != NULL ? yz_record_get_title (record) : _ ("Nothing"), NULL);
}

/* @known: (nullable): what stands there in the version before */
static void
add_part (YzSmallForm *form, YzSession *session, Writing *writing, guint index, const YzRecipePart *known)
{
  Part *part = &writing->parts[index];
  double quantity = known != NULL ? (double) known->quantity : 1;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MAX (quantity, USUAL_MOST), 1);
  g_autofree char *title = g_strdup_printf (_ ("Part %u"), index + 1);
  YzStockChooser *chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "session", session, "subject", "items", "title",
                                          known != NULL ? yz_record_get_title (known->item) : _ ("Nothing"), "name-of",
                                          title, NULL);

  part->item = known != NULL ? g_strdup (yz_record_get_id (known->item)) : NULL;
  part->number = GTK_SPIN_BUTTON (spin);
  gtk_spin_button_set_value (part->number, quantity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("In one kit"), -1);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_part_chosen), &part->item);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chooser));
  gtk_box_append (GTK_BOX (box), spin);
  yz_small_form_add_widget (form, title, box);
}

GtkWindow *
yz_kit_recipe_form_new (GtkWindow *parent, YzSession *session, const YzRecipe *recipe)
{
  guint n_known = recipe != NULL ? recipe->parts->len : 0;
  Writing *writing = g_new0 (Writing, 1);
  YzSmallForm *form = yz_small_form_new (parent, session,
                                         recipe != NULL ? _ ("Next version of the recipe") : _ ("New kit"),
                                         _ ("_Apply"), accept_recipe, writing, writing_free);

  writing->item = recipe != NULL ? g_strdup (yz_record_get_id (recipe->item)) : NULL;
  writing->name = yz_small_form_add_entry (form, _ ("Name"), recipe != NULL ? yz_record_get_title (recipe->kit) : NULL);
  writing->n_parts = MAX (USUAL_PARTS, n_known + 1);
  writing->parts = g_new0 (Part, writing->n_parts);
  for (guint i = 0; i < writing->n_parts; i++)
    add_part (form, session, writing, i, i < n_known ? yz_recipe_get_part (recipe, i) : NULL);
  gtk_window_set_default_size (GTK_WINDOW (form), 460, -1);
  return GTK_WINDOW (form);
}
