#include "config.h"

#include "yz-errors.h"

#include "yz-carto-error.h"
#include "yz-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const char *
sentence_of_store (int code)
{
  switch ((YzStoreError) code)
    {
    case YZ_STORE_ERROR_BUSY:
      return _ ("Another program is writing to this workspace. Try again in a moment.");
    case YZ_STORE_ERROR_FULL:
      return _ ("The disk is full. Nothing was lost: make room and try again.");
    case YZ_STORE_ERROR_READ_ONLY:
      return _ ("This workspace may not be changed. Save a copy where you may write.");
    case YZ_STORE_ERROR_CORRUPT:
      return _ ("This workspace is damaged. Restore one of its backups from the menu.");
    case YZ_STORE_ERROR_TOO_NEW:
      return _ ("This workspace was made by a newer Yizhan. Update the program to open it; the file was not touched.");
    case YZ_STORE_ERROR_NOT_A_WORKSPACE:
      return _ ("This file is no Yizhan workspace. To use a list of stations, import it.");
    case YZ_STORE_ERROR_FAILED:
    case YZ_STORE_ERROR_NOT_FOUND:
    case YZ_STORE_ERROR_CONFLICT:
    case YZ_STORE_ERROR_DEPENDS:
    case YZ_STORE_ERROR_SHORT:
    case YZ_STORE_ERROR_QUERY:
    default:
      return NULL; /* the message names what is in the way */
    }
}

static const char *
sentence_of_files (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _ ("The file or its folder is not there. It may have been moved or renamed; choose another place.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _ ("You may not read or write this file. Choose another place.");
    case G_IO_ERROR_NO_SPACE:
      return _ ("The disk is full. Make room and try again.");
    case G_IO_ERROR_CANCELLED:
      return _ ("Cancelled. Nothing was changed.");
    default:
      return NULL;
    }
}

static const char *
sentence_of_maps (int code)
{
  switch ((YzCartoError) code)
    {
    case YZ_CARTO_ERROR_OPEN:
      return _ ("The file is not there any more. Put it back where it was, or remove it from the layers and add it "
                "again.");
    case YZ_CARTO_ERROR_FORMAT:
      return _ ("The file is damaged, or of another kind than its name says. Fetch it again.");
    case YZ_CARTO_ERROR_EMPTY:
      return _ ("The file holds nothing that a map shows. Choose another one.");
    case YZ_CARTO_ERROR_TOO_NEW:
      return _ ("A newer Yizhan made this map. Update the program, or make the map again.");
    case YZ_CARTO_ERROR_WRITE:
    default:
      return NULL; /* the message names what is in the way */
    }
}

char *
yz_error_to_sentence (const GError *error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == YZ_STORE_ERROR)
    sentence = sentence_of_store (error->code);
  else if (error->domain == YZ_CARTO_ERROR)
    sentence = sentence_of_maps (error->code);
  else if (error->domain == G_IO_ERROR)
    sentence = sentence_of_files (error->code);
  return g_strdup (sentence != NULL ? sentence : error->message);
}
