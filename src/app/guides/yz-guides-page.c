#include "config.h"

#include "yz-guides-page.h"

#include "yz-dialogs.h"
#include "yz-guide-form.h"
#include "yz-guide-leaf-view.h"
#include "yz-guide-option.h"
#include "yz-guide-print.h"
#include "yz-guide-printer.h"
#include "yz-guide-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Of a small page, whatever its paper. */
#define THUMBNAIL_WIDTH 92

struct _YzGuidesPage
{
  GtkWidget parent_instance;

  YzGuides *guides;
  gboolean thumbnails;
  gboolean following; /* the list follows the view, not the other way round */

  GtkWidget *content;
  YzGuideView *view;
  GtkListView *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (YzGuidesPage, yz_guides_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_GUIDES = 1,
  PROP_THUMBNAILS,
} YzGuidesPageProperty;

static GParamSpec *properties[PROP_THUMBNAILS + 1];
static guint saved_signal;

/* --- bound in the template ---------------------------------------------------------------------------------------- */

static gboolean
has_text (YzGuidesPage *self, const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- small pages -------------------------------------------------------------------------------------------------- */

static void
on_setup (YzGuidesPage *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "yz-small");
  gtk_box_append (GTK_BOX (box), yz_guide_leaf_view_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (YzGuidesPage *self, GtkListItem *item)
{
  GtkWidget *leaf_view = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  YzGuideLeaf *leaf = gtk_list_item_get_item (item);
  g_autofree char *number = g_strdup_printf ("%u", yz_guide_leaf_get_number (leaf));
  double width, height;

  yz_guide_leaf_get_size (leaf, &width, &height);
  yz_guide_leaf_view_set_scale (YZ_GUIDE_LEAF_VIEW (leaf_view), THUMBNAIL_WIDTH / width);
  yz_guide_leaf_view_set_leaf (YZ_GUIDE_LEAF_VIEW (leaf_view), leaf);
  yz_guide_leaf_view_set_wanted (YZ_GUIDE_LEAF_VIEW (leaf_view), TRUE);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (leaf_view)), number);
}

static void
on_unbind (YzGuidesPage *self, GtkListItem *item)
{
  GtkWidget *leaf_view = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  yz_guide_leaf_view_set_wanted (YZ_GUIDE_LEAF_VIEW (leaf_view), FALSE);
  yz_guide_leaf_view_set_leaf (YZ_GUIDE_LEAF_VIEW (leaf_view), NULL);
}

static void
on_thumbnail_selected (YzGuidesPage *self)
{
  if (!self->following && gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    yz_guide_view_go_to (self->view, gtk_single_selection_get_selected (self->selection) + 1);
}

static void
on_page_notify (YzGuidesPage *self)
{
  guint page;

  g_object_get (self->view, "page", &page, NULL);
  if (page == 0)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, page - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page - 1);
  self->following = FALSE;
}

static void
on_proof_notify (YzGuidesPage *self)
{
  self->following = TRUE;
  /* not bound in the template: a child that it names outlives what a binding would look at */
  g_object_set (self->view, "proof", yz_guides_get_proof (self->guides), NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (yz_guides_get_proof (self->guides)));
  self->following = FALSE;
  on_page_notify (self);
}

/* --- verbs -------------------------------------------------------------------------------------------------------- */

static GtkWindow *
get_window (YzGuidesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

typedef struct
{
  YzGuidesPage *page;
  char *path;   /* nullable: to the printer */
  guint number; /* of the page that is looked at, from 1 */
} Errand;

static Errand *
errand_new (YzGuidesPage *page, const char *path)
{
  Errand *errand = g_new (Errand, 1);
  guint number;

  g_object_get (page->view, "page", &number, NULL);
  *errand = (Errand){ g_object_ref (page), g_strdup (path), number };
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->page);
  g_free (errand->path);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;

  if (yz_guide_save_finish (YZ_SESSION (source), result, &error))
    g_signal_emit (errand->page, saved_signal, 0, errand->path);
  else
    yz_session_report_error (YZ_SESSION (source), error);
}

static void
save_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (widget);
  g_autoptr (YzGuideRequest) request = yz_guides_make_request (self->guides);
  const char *path = g_variant_get_string (parameter, NULL);
  Errand *errand = errand_new (self, path);

  yz_guide_save_async (yz_guides_get_session (self->guides), request, path, errand->number, on_saved, errand);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  if (g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (data), "guides.save-to", "s", g_file_peek_path (file));
}

static void
choose_file (YzGuidesPage *self, const char *ending)
{
  g_autofree char *name = yz_guides_dup_file_name (self->guides, ending);

  yz_dialogs_choose_export (get_window (self), name, on_file_chosen, self);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_file (YZ_GUIDES_PAGE (widget), ".pdf");
}

static void
save_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_file (YZ_GUIDES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  YzGuideRun *run = yz_guide_prepare_finish (YZ_SESSION (source), result, &error);

  if (run != NULL)
    yz_guide_printer_run (get_window (errand->page), YZ_SESSION (source), run, errand->number, errand->path);
  else
    yz_session_report_error (YZ_SESSION (source), error);
}

static void
print (YzGuidesPage *self, const char *path)
{
  g_autoptr (YzGuideRequest) request = yz_guides_make_request (self->guides);

  yz_guide_prepare_async (yz_guides_get_session (self->guides), request, on_prepared, errand_new (self, path));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (YZ_GUIDES_PAGE (widget), NULL);
}

static void
print_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (YZ_GUIDES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_station_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "stations");
  gtk_widget_activate_action (widget, "win.select-station", "s", g_variant_get_string (parameter, NULL));
}

static void
widen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guides_clear_wishes (YZ_GUIDES_PAGE (widget)->guides);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guide_view_go_to (YZ_GUIDES_PAGE (widget)->view, g_variant_get_uint32 (parameter));
}

static char *
dup_since (YzGuidesPage *self)
{
  char *since;

  g_object_get (self->guides, "since", &since, NULL);
  return since;
}

/* Of the edition that the pages are compared with. */
static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (widget);
  g_autofree char *since = dup_since (self);
  g_autoptr (GListModel) editions = NULL;
  g_autoptr (YzGuideOption) edition = NULL;

  g_object_get (self->guides, "editions", &editions, NULL);
  edition = g_list_model_get_item (editions, yz_guide_options_find (editions, since));
  if (edition == NULL)
    return;
  yz_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Take Back This Edition?"),
                      yz_guide_option_get_title (edition), _ ("_Take Back"), "win.take-back-edition",
                      g_variant_new_string (since));
}

static void
update_take_back (YzGuidesPage *self)
{
  g_autofree char *since = dup_since (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guides.take-back", *since != '\0');
}

/* Those that ask nothing need not wait for the pages on the screen, and tell themselves what is wrong. */
static void
update_actions (YzGuidesPage *self)
{
  static const char *const names[] = { "guides.save", "guides.save-page", "guides.print" };
  g_autofree char *state = NULL, *warning = NULL;

  g_object_get (self->guides, "state", &state, "warning", &warning, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], g_str_equal (state, "pages") && warning == NULL);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
set_guides (YzGuidesPage *self, YzGuides *guides)
{
  g_autoptr (GSimpleActionGroup) wishes = NULL;

  if (!g_set_object (&self->guides, guides) || guides == NULL)
    return;
  wishes = yz_guide_form_new_actions (guides);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wish", G_ACTION_GROUP (wishes));
  g_signal_connect_object (guides, "notify::proof", G_CALLBACK (on_proof_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guides, "notify::state", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guides, "notify::since", G_CALLBACK (update_take_back), self, G_CONNECT_SWAPPED);
  g_object_set (guides, "active", gtk_widget_get_mapped (GTK_WIDGET (self)), NULL);
  on_proof_notify (self);
  update_actions (self);
  update_take_back (self);
}

static void
yz_guides_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (object);

  switch ((YzGuidesPageProperty) prop_id)
    {
    case PROP_GUIDES:
      g_value_set_object (value, self->guides);
      break;
    case PROP_THUMBNAILS:
      g_value_set_boolean (value, self->thumbnails);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_guides_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (object);

  switch ((YzGuidesPageProperty) prop_id)
    {
    case PROP_GUIDES:
      set_guides (self, g_value_get_object (value));
      break;
    case PROP_THUMBNAILS:
      self->thumbnails = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Pages are made while somebody looks. */
static void
yz_guides_page_map (GtkWidget *widget)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (widget);

  GTK_WIDGET_CLASS (yz_guides_page_parent_class)->map (widget);
  if (self->guides != NULL)
    g_object_set (self->guides, "active", TRUE, NULL);
}

static void
yz_guides_page_unmap (GtkWidget *widget)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (widget);

  if (self->guides != NULL)
    g_object_set (self->guides, "active", FALSE, NULL);
  GTK_WIDGET_CLASS (yz_guides_page_parent_class)->unmap (widget);
}

static void
yz_guides_page_dispose (GObject *object)
{
  YzGuidesPage *self = YZ_GUIDES_PAGE (object);

  self->following = TRUE;
  if (self->guides != NULL)
    g_signal_handlers_disconnect_by_data (self->guides, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->guides);

  G_OBJECT_CLASS (yz_guides_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "guides.thumbnails", "thumbnails");
  gtk_widget_class_install_action (widget_class, "guides.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "guides.save-page", "s", save_page_cb);
  gtk_widget_class_install_action (widget_class, "guides.save-to", "s", save_to_cb);
  gtk_widget_class_install_action (widget_class, "guides.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "guides.print-to", "s", print_to_cb);
  gtk_widget_class_install_action (widget_class, "guides.show-station", "s", show_station_cb);
  gtk_widget_class_install_action (widget_class, "guides.take-back", NULL, take_back_cb);
  gtk_widget_class_install_action (widget_class, "guides.widen", NULL, widen_cb);
  gtk_widget_class_install_action (widget_class, "guides.go-to", "u", go_to_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "guides.save", NULL);
}

static void
yz_guides_page_class_init (YzGuidesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_guides_page_get_property;
  object_class->set_property = yz_guides_page_set_property;
  object_class->dispose = yz_guides_page_dispose;
  widget_class->map = yz_guides_page_map;
  widget_class->unmap = yz_guides_page_unmap;

  properties[PROP_GUIDES] =
    g_param_spec_object ("guides", NULL, NULL, YZ_TYPE_GUIDES, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THUMBNAILS] =
    g_param_spec_boolean ("thumbnails", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  saved_signal =
    g_signal_new ("saved", YZ_TYPE_GUIDES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (YZ_TYPE_GUIDE_FORM);
  g_type_ensure (YZ_TYPE_GUIDE_VIEW);
  g_type_ensure (YZ_TYPE_GUIDE_PROOF);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/guides/yz-guides-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YzGuidesPage, content);
  gtk_widget_class_bind_template_child (widget_class, YzGuidesPage, view);
  gtk_widget_class_bind_template_child (widget_class, YzGuidesPage, list);
  gtk_widget_class_bind_template_child (widget_class, YzGuidesPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_thumbnail_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_page_notify);
}

static void
yz_guides_page_init (YzGuidesPage *self)
{
  self->thumbnails = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_guides_page_new (YzGuides *guides)
{
  g_return_val_if_fail (YZ_IS_GUIDES (guides), NULL);
  return g_object_new (YZ_TYPE_GUIDES_PAGE, "guides", guides, NULL);
}

void
yz_guides_page_focus (YzGuidesPage *self)
{
  g_return_if_fail (YZ_IS_GUIDES_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
