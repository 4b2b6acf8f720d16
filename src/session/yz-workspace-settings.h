/* Preferences that belong to one workspace as this person sees it, not to the program. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yz_workspace_settings_new:
 * @part: "Map": the schema is that of the program, a dot and @part
 * @folder: "maps": where the settings of every workspace are
 * @workspace: (nullable): path of the file
 *
 * Returns: (transfer full): the settings of @part for the workspace
 */
GSettings *yz_workspace_settings_new (const char *part, const char *folder, const char *workspace);

G_END_DECLS
