#include "display-fixture.h"

#include "yz-locale.h"

#include <stdarg.h>

void
fixture_init (int *argc, char ***argv)
{
  /* not isolated by GLib: without the system's data there are no types of files, and so no symbols */
  g_test_init (argc, argv, NULL);
  yz_locale_init ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (77);
    }
  adw_init ();
  if (g_getenv ("YIZHAN_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (yz_session_open_finish (YZ_SESSION (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* What GtkApplication and Adwaita load by themselves in the program. */
static void
load_looks (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_css_provider_load_from_resource (provider, "/org/yizhan/Yizhan/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (dark)
    {
      g_autoptr (GtkCssProvider) dark_provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (dark_provider, "/org/yizhan/Yizhan/style-dark.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (dark_provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/yizhan/Yizhan/icons");
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YzIdFactory) ids = NULL;
  g_autofree char *path = NULL;
  const char *size = g_getenv ("YIZHAN_SIZE");
  gboolean opened = FALSE;
  int width = 1440, height = 900;

  fixture->folder = yz_test_folder_new ();
  fixture->clock = yz_test_clock_new ();
  ids = yz_id_factory_new_seeded (fixture->clock, 1);
  fixture->session = yz_session_new (fixture->clock, ids);
  yz_session_set_author (fixture->session, "周敏");
  path = g_build_filename (fixture->folder, "晴川.yizhan", NULL);
  yz_session_open_async (fixture->session, path, YZ_STORE_CREATE, on_opened, &opened);
  yz_test_wait (&opened);

  load_looks ();
  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  fixture->window = adw_window_new ();
  gtk_widget_add_css_class (fixture->window, "yz");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
}

/* A widget that has the focus while it is taken out of its window is kept by GTK 4.8. */
void
fixture_empty (Fixture *fixture)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  fixture_settle ();
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_true (yz_session_close (fixture->session, NULL));
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->clock);
  yz_test_folder_free (fixture->folder);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

void
fixture_apply (Fixture *fixture, YzEdit *edit)
{
  gboolean applied = FALSE;

  yz_session_apply_async (fixture->session, edit, on_applied, &applied);
  yz_test_wait (&applied);
  g_object_unref (edit);
}

YzRecord *
fixture_add (Fixture *fixture, const YzKind *kind, ...)
{
  g_autoptr (YzRecord) record = yz_session_new_record (fixture->session, kind);
  YzEdit *edit = yz_edit_new ("Add");
  const char *field;
  va_list args;

  va_start (args, kind);
  while ((field = va_arg (args, const char *)) != NULL)
    g_assert_true (yz_record_parse (record, field, va_arg (args, const char *), NULL));
  va_end (args);
  yz_edit_create (edit, record);
  fixture_apply (fixture, edit);
  return yz_store_load (yz_session_get_store (fixture->session), kind, yz_record_get_id (record), NULL);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_drawn (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  return ++*frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
are_drawn (gpointer data)
{
  return *(guint *) data >= 3;
}

static void
wait_for_frames (GtkWidget *widget)
{
  guint frames = 0;

  gtk_widget_add_tick_callback (widget, on_drawn, &frames, NULL);
  yz_test_wait_until (are_drawn, &frames);
  fixture_settle ();
}

void
fixture_show (Fixture *fixture, GtkWidget *child)
{
  adw_window_set_content (ADW_WINDOW (fixture->window), child);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_frames (fixture->window);
}

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Matches matches, gconstpointer data)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && matches (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, matches, data);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), (GType) GPOINTER_TO_SIZE (type));
}

GtkWidget *
fixture_find (GtkWidget *widget, GType type)
{
  return find (widget, is_of_type, GSIZE_TO_POINTER (type));
}

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

GtkWidget *
fixture_find_text (GtkWidget *widget, const char *text)
{
  return find (widget, has_text, text);
}

static gboolean
has_accessible_name (GtkWidget *widget)
{
  /* GTK has no getter: compare with the text that no name can have */
  g_autofree char *wrong =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");

  return wrong != NULL && strstr (wrong, "is not set") == NULL && strstr (wrong, "'undefined'") == NULL &&
         strstr (wrong, "(null)") == NULL;
}

/* A button is named by its words; parts of GTK's own widgets are named by the widget. */
static gboolean
needs_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      return fixture_find (widget, GTK_TYPE_LABEL) == NULL && !GTK_IS_MENU_BUTTON (parent) &&
             !GTK_IS_DROP_DOWN (parent) && !GTK_IS_WINDOW_CONTROLS (parent);
    }
  return GTK_IS_EDITABLE (widget) ? !GTK_IS_TEXT (widget) && !GTK_IS_EDITABLE_LABEL (widget)
                                  : GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_LIST_BOX (widget) ||
                                      GTK_IS_COLUMN_VIEW (widget) || GTK_IS_TEXT_VIEW (widget);
}

void
fixture_assert_named (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget) && needs_name (widget) && !has_accessible_name (widget))
    {
      g_test_message ("%s without a name", G_OBJECT_TYPE_NAME (widget));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fixture_assert_named (child);
}

typedef struct
{
  GtkWidget *root; /* NULL for any window */
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return fixture_find_text (wanted->root, wanted->text) != NULL;
}

void
fixture_wait_for_text (GtkWidget *root, const char *text)
{
  Wanted wanted = { root, text };

  yz_test_wait_until (is_shown, &wanted);
}

GtkWidget *
fixture_find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer type)
{
  return fixture_find_window ((GType) GPOINTER_TO_SIZE (type)) != NULL;
}

GtkWidget *
fixture_wait_for_window (GType type)
{
  yz_test_wait_until (is_there, GSIZE_TO_POINTER (type));
  return fixture_find_window (type);
}

static gboolean
is_gone (gpointer type)
{
  return !is_there (type);
}

void
fixture_wait_until_gone (GType type)
{
  yz_test_wait_until (is_gone, GSIZE_TO_POINTER (type));
}

static gboolean
knows_last (gpointer session)
{
  g_autoptr (YzAction) last = yz_store_get_undo (yz_session_get_store (session));
  const YzAction *known = yz_session_get_undo_action (session);

  return last != NULL && known != NULL && last->seq == known->seq;
}

void
fixture_undo (Fixture *fixture)
{
  yz_test_wait_until (knows_last, fixture->session);
  yz_session_undo (fixture->session);
}

void
fixture_shoot (GtkWidget *window, const char *name)
{
  const char *folder = g_getenv ("YIZHAN_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  wait_for_frames (window);
  paintable = gtk_widget_paintable_new (window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
