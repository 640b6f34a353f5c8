"""Everything that can go wrong in binding, in PowerShell's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.binding.parameters import CommandMetadata, Kind, ParameterInfo
from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord, ExceptionValue, Position, StatementError

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.values.objects import Value

BINDING_EXCEPTION = "System.Management.Automation.ParameterBindingException"
VALIDATION_EXCEPTION = "System.Management.Automation.ParameterBindingValidationException"
TRANSFORMATION_EXCEPTION = "System.Management.Automation.ParameterBindingArgumentTransformationException"

CANNOT_TAKE_INPUT = (
    "The input object cannot be bound to any parameters for the command either because the command does not take "
    "pipeline input or the input and its properties do not match any of the parameters that take pipeline input."
)
UNRESOLVED_SET = (
    "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be "
    "used together or an insufficient number of parameters were provided."
)
TWICE = (
    "Cannot bind parameter because parameter '{0}' is specified more than once. To provide multiple values to "
    "parameters that can accept multiple values, use the array syntax. For example, "
    '"-parameter value1,value2,value3".'
)


class BindingError(StatementError):
    """An error of binding. `parameter` is the parameter's name, empty where none is meant."""

    def __init__(self, record: ErrorRecord, parameter: str = "") -> None:
        super().__init__(record)
        self.parameter = parameter


class BindingErrors:
    """Makes the errors of one call: they carry the command's name, the second half of the id, and the place."""

    def __init__(self, metadata: CommandMetadata, extent: Extent | None) -> None:
        self.metadata = metadata
        self.extent = extent

    def make(
        self,
        error_id: str,
        message: str,
        category: ErrorCategory = ErrorCategory.INVALID_ARGUMENT,
        exception_type: str = BINDING_EXCEPTION,
        *,
        parameter: str = "",
        extent: Extent | None = None,
        target: Value = None,
        inner: ExceptionValue | None = None,
    ) -> BindingError:
        """An error with its record."""
        exception = ExceptionValue(exception_type, message, inner)
        exception.extra["ParameterName"] = parameter
        exception.extra["ErrorId"] = error_id
        owner = self.metadata.error_owner
        record = ErrorRecord(exception, f"{error_id},{owner}" if owner else error_id, category, target)
        record.activity = self.metadata.name
        record.reason = exception_type.rpartition(".")[2]
        exception.record = record
        place = extent or self.extent
        if place is not None:
            record.position = Position(place, self.metadata.name)
        return BindingError(record, parameter)

    def unknown_parameter(self, name: str, extent: Extent | None, better: str = "") -> BindingError:
        """No parameter has that name; `better` is its right spelling where case matters."""
        message = f"A parameter cannot be found that matches parameter name '{name}'."
        if better:
            message += f"\nThe parameters of {self.metadata.name} are case sensitive. Use '-{better}'."
        return self.make("NamedParameterNotFound", message, parameter=name, extent=extent)

    def unknown_positional(self, value: str) -> BindingError:
        """A word is left over; the error stands at the whole command."""
        message = f"A positional parameter cannot be found that accepts argument '{value}'."
        return self.make("PositionalParameterNotFound", message)

    def ambiguous_position(self) -> BindingError:
        """Two parameters stand at one position."""
        message = "Cannot bind positional parameters because no names were given."
        return self.make("AmbiguousPositionalParameterNoName", message)

    def ambiguous_name(self, name: str, matches: Iterable[str], extent: Extent | None) -> BindingError:
        """An abbreviation fits several parameters."""
        listed = "".join(f" -{match}" for match in matches)
        message = (
            f"Parameter cannot be processed because the parameter name '{name}' is ambiguous. "
            f"Possible matches include:{listed}."
        )
        return self.make("AmbiguousParameter", message, parameter=name, extent=extent)

    def bound_twice(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """A parameter is given twice."""
        return self.make("ParameterAlreadyBound", TWICE.format(parameter.name), parameter=parameter.name, extent=extent)

    def missing_argument(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """A parameter stands without its value."""
        message = (
            f"Missing an argument for parameter '{parameter.name}'. "
            f"Specify a parameter of type '{parameter.type_name}' and try again."
        )
        return self.make("MissingArgument", message, parameter=parameter.name, extent=extent)

    def unresolved_set(self) -> BindingError:
        """No set, or more than one, fits what was given."""
        return self.make("AmbiguousParameterSet", UNRESOLVED_SET)

    def missing_mandatory(self, parameters: Sequence[ParameterInfo]) -> BindingError:
        """Mandatory parameters were not given and nobody can be asked."""
        names = " ".join(parameter.name for parameter in parameters)
        message = f"Cannot process command because of one or more missing mandatory parameters: {names}."
        return self.make("MissingMandatoryParameter", message, parameter=names)

    def input_not_bound(self, record: Value) -> BindingError:
        """A pipeline record fits no parameter."""
        return self.make("InputObjectNotBound", CANNOT_TAKE_INPUT, target=record)

    def input_lacks(self, parameters: Sequence[ParameterInfo], record: Value) -> BindingError:
        """A pipeline record leaves mandatory parameters open."""
        names = " ".join(parameter.name for parameter in parameters)
        message = (
            "The input object cannot be bound because it did not contain the information required to bind all "
            f"mandatory parameters:  {names}"
        )
        return self.make("InputObjectMissingMandatory", message, target=record)

    def not_convertible(
        self, parameter: ParameterInfo, value: Value, cause: ExceptionValue, extent: Extent | None
    ) -> BindingError:
        """The argument has not the parameter's type, and cannot be turned into it."""
        if self.metadata.kind is Kind.CMDLET:
            message = f"Cannot bind parameter '{parameter.name}'. {cause.message}"
            return self.make(
                "CannotConvertArgumentNoMessage", message, parameter=parameter.name, extent=extent, inner=cause
            )
        return self.not_transformed(parameter, cause, extent)

    def not_transformed(self, parameter: ParameterInfo, cause: ExceptionValue, extent: Extent | None) -> BindingError:
        """An attribute of the parameter, its type included, refuses to turn the argument."""
        return self.make(
            "ParameterArgumentTransformationError",
            f"Cannot process argument transformation on parameter '{parameter.name}'. {cause.message}",
            ErrorCategory.INVALID_DATA,
            TRANSFORMATION_EXCEPTION,
            parameter=parameter.name,
            extent=extent,
            inner=cause,
        )

    def not_of_type_name(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """The argument has not the name that `[PSTypeName()]` asks for."""
        message = (
            f"Cannot bind argument to parameter '{parameter.name}', because PSTypeNames of the argument do not match "
            f"the PSTypeName required by the parameter: {parameter.ps_type_name}."
        )
        return self.make(
            "MismatchedPSTypeName",
            message,
            exception_type=TRANSFORMATION_EXCEPTION,
            parameter=parameter.name,
            extent=extent,
        )

    def array_for_one(self, parameter: ParameterInfo, source: str, extent: Extent | None) -> BindingError:
        """An array was given where the cmdlet takes one text."""
        message = (
            f"Cannot convert '{source}' to the type '{parameter.type_name}' required by parameter "
            f"'{parameter.name}'. Specified method is not supported."
        )
        return self.make("CannotConvertArgument", message, parameter=parameter.name, extent=extent)

    def empty_argument(self, parameter: ParameterInfo, what: str, marker: str, extent: Extent | None) -> BindingError:
        """A mandatory parameter was given nothing: null, an empty text or an empty array."""
        return self.make(
            f"ParameterArgumentValidationError{marker}NotAllowed",
            f"Cannot bind argument to parameter '{parameter.name}' because it is {what}.",
            ErrorCategory.INVALID_DATA,
            VALIDATION_EXCEPTION,
            parameter=parameter.name,
            extent=extent,
        )

    def not_valid(self, parameter: ParameterInfo, cause: ExceptionValue, extent: Extent | None) -> BindingError:
        """A validation attribute refuses the argument."""
        return self.make(
            "ParameterArgumentValidationError",
            f"Cannot validate argument on parameter '{parameter.name}'. {cause.message}",
            ErrorCategory.INVALID_DATA,
            VALIDATION_EXCEPTION,
            parameter=parameter.name,
            extent=extent,
            inner=cause,
        )

    def block_without_input(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """A script block would run for each record, but there are none."""
        message = (
            f"Cannot evaluate parameter '{parameter.name}' because its argument is specified as a script block and "
            "there is no input. A script block cannot be evaluated without input."
        )
        category = ErrorCategory.METADATA_ERROR
        return self.make("ScriptBlockArgumentNoInput", message, category, parameter=parameter.name, extent=extent)

    def block_without_output(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """A script block gave nothing for a record."""
        message = f"Cannot evaluate parameter '{parameter.name}' because its argument input did not produce any output."
        return self.make("ScriptBlockArgumentNoOutput", message, parameter=parameter.name, extent=extent)

    def block_failed(self, parameter: ParameterInfo, cause: ErrorRecord, extent: Extent | None) -> BindingError:
        """A script block ended in an error."""
        message = f"The input to the script block for parameter '{parameter.name}' failed. {cause.exception.message}"
        identity = "ScriptBlockArgumentInvocationFailed"
        return self.make(identity, message, parameter=parameter.name, extent=extent, inner=cause.exception)

    def not_settable(self, parameter: ParameterInfo, text: str, extent: Extent | None) -> BindingError:
        """The parameter refuses a value of the right type."""
        message = f'Exception setting "{parameter.name}": "{text}"'
        return self.make(
            "ParameterBindingFailed",
            f"Cannot bind parameter '{parameter.name}' to the target. {message}",
            ErrorCategory.WRITE_ERROR,
            parameter=parameter.name,
            extent=extent,
            inner=ExceptionValue("System.Management.Automation.SetValueInvocationException", message),
        )

    def no_dynamic_parameters(self, cause: ExceptionValue) -> BindingError:
        """The block `dynamicparam` failed."""
        message = f"Cannot retrieve the dynamic parameters for the cmdlet. {cause.message}"
        return self.make("GetDynamicParametersException", message, inner=cause)

    def other_key(self, name: str, key: str) -> BindingError:
        """The block `dynamicparam` put a parameter under a key that is not its name."""
        message = (
            f"Cannot bind cmdlet {self.metadata.name} because runtime-defined parameter '{name}' was added to the "
            f"RuntimeDefinedParameterDictionary with key '{key}'. The key must be the same as "
            "RuntimeDefinedParameter.Name."
        )
        return self.make("RuntimeDefinedParameterNameMismatch", message, parameter=name)

    def refused(self, parameter: ParameterInfo, extent: Extent | None) -> BindingError:
        """The parameter is one that msolemu does not emulate."""
        return self.make(
            "ParameterNotEmulated",
            f"The parameter '{parameter.name}' of {self.metadata.name} is not emulated: {parameter.refused}",
            ErrorCategory.NOT_IMPLEMENTED,
            "System.NotSupportedException",
            parameter=parameter.name,
            extent=extent,
        )
