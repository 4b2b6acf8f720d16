#include "config.h"

#include "yz-recent.h"

#include <string.h>

#define MAX_RECENT 10

static void
append_uris (GStrvBuilder *builder, char **uris, const char *without, guint limit)
{
  for (guint i = 0; uris[i] != NULL && limit > 0; i++)
    if (!g_str_equal (uris[i], without))
      {
        g_strv_builder_add (builder, uris[i]);
        limit--;
      }
}

void
yz_recent_add (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) before = g_settings_get_strv (settings, "recent-workspaces");
  g_auto (GStrv) after = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *uri = g_file_get_uri (file);

  g_strv_builder_add (builder, uri);
  append_uris (builder, before, uri, MAX_RECENT - 1);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-workspaces", (const char *const *) after);
}

GPtrArray *
yz_recent_list (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, "recent-workspaces");
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      if (g_file_query_exists (file, NULL))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

char *
yz_recent_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  if (g_str_has_suffix (base, ".yizhan"))
    base[strlen (base) - strlen (".yizhan")] = '\0';
  return g_filename_display_name (base);
}

static gboolean
is_name_of_several (GPtrArray *files, const char *name)
{
  guint n_same = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *other = yz_recent_dup_name (g_ptr_array_index (files, i));

      n_same += g_str_equal (other, name) ? 1 : 0;
    }
  return n_same > 1;
}

/* Where two have one name, the folder tells which is which. An underscore would be taken for a mnemonic. */
static char *
make_label (GPtrArray *files, GFile *file)
{
  g_autofree char *name = yz_recent_dup_name (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GString) label = g_string_new (name);

  if (folder != NULL && is_name_of_several (files, name))
    {
      g_autofree char *place = g_file_get_parse_name (folder);

      g_string_append_printf (label, " — %s", place);
    }
  g_string_replace (label, "_", "__", 0);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

void
yz_recent_fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) files = yz_recent_list ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *label = make_label (files, file);
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open", "s", uri);
      g_menu_append_item (menu, item);
    }
}
