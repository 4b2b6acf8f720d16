/* Errors of the model: what is wrong with a value, a record or an edit. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzModelError:
 * @YZ_MODEL_ERROR_INVALID: the text is no value of the field's type
 * @YZ_MODEL_ERROR_REQUIRED: a required field is empty
 * @YZ_MODEL_ERROR_RANGE: the value lies outside the field's limits
 * @YZ_MODEL_ERROR_CHOICE: the value is none of the field's choices
 * @YZ_MODEL_ERROR_TRANSITION: the record may not go from its state to that one
 * @YZ_MODEL_ERROR_UNKNOWN: no such kind or field
 *
 * Messages are translated sentences for the user, without the name of the field: the caller puts it in front.
 */
typedef enum
{
  YZ_MODEL_ERROR_INVALID,
  YZ_MODEL_ERROR_REQUIRED,
  YZ_MODEL_ERROR_RANGE,
  YZ_MODEL_ERROR_CHOICE,
  YZ_MODEL_ERROR_TRANSITION,
  YZ_MODEL_ERROR_UNKNOWN,
} YzModelError;

#define YZ_MODEL_ERROR (yz_model_error_quark ())
GQuark yz_model_error_quark (void);

G_END_DECLS
