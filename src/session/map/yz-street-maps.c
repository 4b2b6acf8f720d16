#include "config.h"

#include "yz-street-maps.h"

#include <string.h>

#define MIDDLE ".streets"
#define SUFFIX ".gpkg"

static char *
dup_stem (const char *path, const char *const *suffixes)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return g_strndup (path, strlen (path) - strlen (suffixes[i]));
  return g_strdup (path);
}

/* What every street map of a workspace begins with. */
static char *
dup_beginning (const char *workspace)
{
  static const char *const suffixes[] = { ".yizhan", NULL };
  g_autofree char *stem = dup_stem (workspace, suffixes);

  return g_strconcat (stem, MIDDLE, NULL);
}

char *
yz_street_map_dup_path (const char *workspace, const char *extract)
{
  static const char *const suffixes[] = { ".osm.pbf", ".pbf", ".osm", NULL };
  g_autofree char *beginning = dup_beginning (workspace);
  g_autofree char *name = extract != NULL ? g_path_get_basename (extract) : NULL;
  g_autofree char *stem = name != NULL ? dup_stem (name, suffixes) : NULL;

  return stem != NULL ? g_strconcat (beginning, ".", stem, SUFFIX, NULL) : g_strconcat (beginning, SUFFIX, NULL);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of two workspaces "city" and "city.streets", neither has the other's maps: what follows is a point. */
static gboolean
is_street_map (const char *name, const char *beginning)
{
  return g_str_has_prefix (name, beginning) && g_str_has_suffix (name, SUFFIX) && name[strlen (beginning)] == '.';
}

GStrv
yz_street_maps_list (const char *workspace)
{
  g_autofree char *folder = g_path_get_dirname (workspace);
  g_autofree char *path = dup_beginning (workspace);
  g_autofree char *beginning = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_street_map (name, beginning))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

char *
yz_street_map_dup_path_beside (const char *map, const char *workspace, const char *other)
{
  g_autofree char *from = dup_beginning (workspace);
  g_autofree char *to = dup_beginning (other);

  g_return_val_if_fail (g_str_has_prefix (map, from), NULL);
  return g_strconcat (to, map + strlen (from), NULL);
}
